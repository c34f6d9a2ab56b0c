//! The page's first load: what a browser with an empty cache asks for, and what Lighthouse says of it.

use anyhow::{Context, Result};
use serde_json::Value;
use tokio::process::Command;

use super::ground::{Ground, Site};
use super::report::Table;
use crate::tools::{self, Need};
use crate::{report, run};

/// Called on demand; nothing of the page depends on it.
const LIGHTHOUSE: &str = "lighthouse@12.8.2";
/// Users, and as many customers, so that the list has a full page.
const RECORDS: u32 = 100;
const CATEGORIES: [(&str, &str); 3] =
    [("performance", "performance"), ("accessibility", "accessibility"), ("best-practices", "best practices")];

/// Measures both.
pub(super) async fn measure(ground: &mut Ground<'_>) -> Result<String> {
    tools::check(&[Need::Node]).await?;
    tools::install_packages(ground.workshop.project, "tests/browser").await?;
    tools::build_page(ground.workshop.project).await?;
    let site = ground.site("page").await?;
    ground.load(&site, 1, RECORDS).await?;
    let session = site.running.sign_in().await?.session().to_owned();
    let loads = loads(ground, &site, &session).await?;
    let judged = report::step("Asking Lighthouse", lighthouse(ground, &site)).await?;
    Ok(format!("{loads}\n{judged}"))
}

async fn loads(ground: &Ground<'_>, site: &Site, session: &str) -> Result<String> {
    let project = ground.workshop.project;
    let mut node = run::command("node");
    node.arg("first-load.mjs").current_dir(project.path("tests/browser"));
    node.env("BACKOFFICE_URL", &site.stack.url).env("BACKOFFICE_SESSION", session);
    tools::tell_browser(&mut node, project).await?;
    let said: Value = serde_json::from_str(run::quietly(&mut node).await?.trim())?;
    let mut table = Table::new(&["Opened", "requests", "raw bytes", "gzipped", "of the API", "raw bytes", "gzipped"]);
    for (visit, name) in [("signIn", "signing in, signed out"), ("usersList", "Users List, signed in")] {
        let figures = |of: &str| ["requests", "raw", "gzip"].map(|figure| said[visit][of][figure].to_string());
        table.row([name.to_owned()].into_iter().chain(figures("page")).chain(figures("api")));
    }
    Ok(format!(
        "What Chromium loads with an empty cache, in English, of the built page; bytes of bodies, gzipped as CloudFront sends\n\
         them. The list shows 25 of {RECORDS} users. The stage `web` holds scripts and styles to their budget.\n\n{}",
        table.printed(),
    ))
}

async fn lighthouse(ground: &Ground<'_>, site: &Site) -> Result<String> {
    let head = ["Lighthouse of", "performance", "accessibility", "best practices", "first paint s", "largest paint s"];
    let mut npx = run::command("npx");
    npx.args(["--yes", LIGHTHOUSE, &site.stack.url, "--output=json", "--quiet", "--preset=desktop"]);
    npx.arg("--chrome-flags=--headless=new --no-sandbox --disable-gpu");
    npx.arg(format!("--only-categories={}", CATEGORIES.map(|(id, _)| id).join(",")));
    let judged = match judge(ground, &mut npx).await {
        Ok(judged) => judged,
        // A registry that does not have it, or no network: the rest stands without.
        Err(error) => {
            report::error(format!("{error:#}"));
            return Ok(format!("`{LIGHTHOUSE}` could not be run here.\n"));
        }
    };
    let mut table = Table::new(&head);
    table.row(std::iter::once("signing in".to_owned()).chain(cells(&judged)?));
    Ok(format!(
        "`{LIGHTHOUSE}`, for a desktop, of the page as the local gateway serves it: over HTTP/1.1 and uncompressed, which is\n\
         less than CloudFront does. It does not sign in, so it sees the first view only.\n\n{}",
        table.printed(),
    ))
}

async fn judge(ground: &Ground<'_>, npx: &mut Command) -> Result<Value> {
    tools::tell_browser(npx, ground.workshop.project).await?;
    // Lighthouse's own name for the browser.
    let chromium = npx.as_std().get_envs().find(|(name, _)| *name == "CHROMIUM").and_then(|(_, path)| path);
    let chromium = chromium.map(ToOwned::to_owned);
    if let Some(chromium) = chromium {
        npx.env("CHROME_PATH", chromium);
    }
    Ok(serde_json::from_str(&run::quietly(npx).await?)?)
}

fn cells(judged: &Value) -> Result<Vec<String>> {
    let scores = CATEGORIES.iter().map(|(id, name)| {
        let score = judged["categories"][*id]["score"].as_f64().with_context(|| format!("no score of {name}"))?;
        Ok(format!("{:.0}", score * 100.0))
    });
    let times = ["first-contentful-paint", "largest-contentful-paint"].map(|audit| {
        let time = judged["audits"][audit]["numericValue"].as_f64().with_context(|| format!("no {audit}"))?;
        Ok(format!("{:.2}", time / 1000.0))
    });
    scores.chain(times).collect()
}
