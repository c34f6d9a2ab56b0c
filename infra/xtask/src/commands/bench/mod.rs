//! `cargo xtask bench`: how quick it is on this machine, written into `docs/PERFORMANCE.md`.
//!
//! No test: what a shared or small machine makes of it is no fault of the code.

mod cold;
mod ground;
mod machine;
mod page;
mod process;
mod report;
mod scale;
mod sign_in;
mod statistics;
mod warm;

use anyhow::Result;

use crate::lock::Lock;
use crate::project::{Profile, Project};
use crate::{report as screen, signals};
use ground::Ground;
use machine::Machine;

/// What can be chosen.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    /// The parts; none for all.
    pub(crate) parts: Vec<Part>,
    /// Users, and as many customers, in the largest table.
    pub(crate) records: u32,
}

/// One part of the benchmarks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Starting a function.
    Cold,
    /// Our own time in each operation, and how many there are a second.
    Warm,
    /// Signing in: hashing, and whether times tell anything.
    SignIn,
    /// The same operations among more and more records.
    Scale,
    /// What the page's first load is.
    Page,
}

impl Part {
    /// All of them, in the order of the document.
    pub(crate) const ALL: [Self; 5] = [Self::Cold, Self::Warm, Self::SignIn, Self::Scale, Self::Page];

    /// The word that chooses it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Cold => "cold",
            Self::Warm => "warm",
            Self::SignIn => "sign-in",
            Self::Scale => "scale",
            Self::Page => "page",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Cold => "Starting a function",
            Self::Warm => "A function that runs",
            Self::SignIn => "Signing in",
            Self::Scale => "With more records",
            Self::Page => "The page's first load",
        }
    }

    async fn measure(self, ground: &mut Ground<'_>, options: &Options) -> Result<String> {
        match self {
            Self::Cold => cold::measure(ground).await,
            Self::Warm => warm::measure(ground).await,
            Self::SignIn => sign_in::measure(ground).await,
            Self::Scale => scale::measure(ground, options.records).await,
            Self::Page => page::measure(ground).await,
        }
    }
}

/// Runs the parts one after another and writes down what they found.
pub(crate) async fn run(project: &Project, options: &Options) -> Result<()> {
    let (_lock, folder) = Lock::take_free(&project.local("bench"))?;
    // Before anything of ours makes it busy.
    let machine = Machine::look();
    signals::until_told_to_end(async {
        let mut ground = Ground::open(project, folder)?;
        let parts = if options.parts.is_empty() { Part::ALL.to_vec() } else { options.parts.clone() };
        for part in parts {
            screen::line(format!("\n== {}", part.name()));
            ground.prepare().await?;
            let body = part.measure(&mut ground, options).await?;
            screen::line(&body);
            report::write(&project.path("docs/PERFORMANCE.md"), part, &machine, &command(part, options), &body)?;
        }
        Ok(())
    })
    .await
    .map(drop)
}

fn command(part: Part, options: &Options) -> String {
    let records = if part == Part::Scale { format!(" --records {}", options.records) } else { String::new() };
    format!("cargo xtask bench {}{records}", part.name())
}

/// The binaries are those of the cloud.
const PROFILE: Profile = Profile::Release;
