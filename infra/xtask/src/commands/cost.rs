//! `cargo xtask cost`: a month's bill, from the figures in `docs/DATA.md`; or those figures anew.

use anyhow::Result;

use crate::commands::test;
use crate::cost::{self, Bill, Office};
use crate::project::Project;
use crate::report;
use crate::template::Template;

/// What is wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Options {
    /// The bill of an office.
    Bill(Office),
    /// The figures measured, and written into the document.
    Measure,
}

/// Does it; answers whether all went well.
pub(crate) async fn run(project: &Project, options: Options) -> Result<bool> {
    match options {
        Options::Bill(office) => {
            let figures = cost::read(&project.path("docs/DATA.md"))?;
            let bill = Bill::of(office, &figures, &Template::read(&project.template())?)?;
            report::line(bill.to_string());
            Ok(true)
        }
        Options::Measure => test::run(project, &test::Options::measuring()).await,
    }
}
