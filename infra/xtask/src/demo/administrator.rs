//! The first administrator of a local stack.

use anyhow::{Context, Result};
use serde_json::json;

use crate::secrets;
use crate::stack::Stack;

const EMAIL: &str = "demo.administrator@example.com";

/// An administrator whose password is known, because it was made at random on this machine.
#[derive(Clone, Debug)]
pub(crate) struct Administrator {
    /// The e-mail to sign in with.
    pub(crate) email: String,
    /// The password, kept below `.local/`.
    pub(crate) password: String,
}

impl Administrator {
    /// The administrator of a stack, made as an operator would make the first one in the cloud.
    pub(crate) async fn of(stack: &Stack) -> Result<Self> {
        let path = stack.plan.note("password");
        if let Ok(password) = std::fs::read_to_string(&path) {
            return Ok(Self { email: EMAIL.to_owned(), password });
        }
        let person = json!({"email": EMAIL, "firstName": "Demo", "lastName": "Administrator"});
        let answer = match stack.invoke("BootstrapAdmin", &person).await {
            Ok(answer) => answer,
            // There may be one already whose password got lost: the table outlived the file.
            Err(refusal) => stack.invoke("RecoverAdmin", &json!({"email": EMAIL})).await.map_err(|_| refusal)?,
        };
        let password = answer["password"].as_str().context("no password for the administrator")?.to_owned();
        secrets::write(&path, &password)?;
        Ok(Self { email: EMAIL.to_owned(), password })
    }
}
