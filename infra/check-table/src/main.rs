//! `check-table TABLE`: checks a table in the cloud and prints what it found as JSON.
//!
//! Region and credentials are those that the AWS CLI would use; reading is all that is asked of the table.
//! `cargo xtask check-store --table` builds and runs it. It is no function, so that functions need not hold
//! all the ways in which people sign in.

use std::error::Error;
use std::io::Write as _;

use aws_config as _;
use backoffice_store::Store;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let table = std::env::args().nth(1).ok_or("name the table: check-table TABLE")?;
    let checked = check_store::look(&Store::connect(&table).await).await?;
    writeln!(std::io::stdout(), "{}", serde_json::to_string(&checked)?)?;
    Ok(())
}
