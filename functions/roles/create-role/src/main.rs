//! The function; the library beside this file tells what it does.

use backoffice_http::StartError;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), StartError> {
    backoffice_http::run(create_role::handle).await
}
