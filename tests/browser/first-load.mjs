// Opens the page for the first time, signed out and signed in, and prints what it loads: `cargo xtask bench page`.
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";

const { BACKOFFICE_URL: url, BACKOFFICE_SESSION: session, CHROMIUM: executablePath } = process.env;

const browser = await chromium.launch({ executablePath, args: ["--disable-gpu", "--disable-background-networking"] });
const visits = { signIn: await visit("/"), usersList: await visit("/users", session) };
await browser.close();
console.log(JSON.stringify(visits));

/** What one visit of a browser that has nothing in its cache loads. */
async function visit(path, session) {
  const context = await browser.newContext({ locale: "en-GB" });
  if (session) {
    const [name, ...value] = session.split("=");
    const { hostname: domain } = new URL(url);
    await context.addCookies([{ name, value: value.join("="), domain, path: "/", secure: true, httpOnly: true, sameSite: "Strict" }]);
  }
  const page = await context.newPage();
  const answers = [];
  page.on("response", (answer) => answers.push(answer));
  await page.goto(new URL(path, url).href, { waitUntil: "networkidle" });
  await page.getByRole(session ? "table" : "textbox").first().waitFor();
  const loaded = { page: { requests: 0, raw: 0, gzip: 0 }, api: { requests: 0, raw: 0, gzip: 0 } };
  for (const answer of answers) {
    const kind = loaded[new URL(answer.url()).pathname.startsWith("/api/") ? "api" : "page"];
    const body = await answer.body();
    kind.requests += 1;
    kind.raw += body.length;
    kind.gzip += gzipSync(body).length;
  }
  await context.close();
  return loaded;
}
