//! What stands between a browser and the functions on this machine: the local gateway and the functions' processes.

mod api;
mod page;
mod processes;
mod store_down;

use std::time::Duration;

use ureq::Agent;
use ureq::http::{HeaderMap, Request};

/// An answer, whoever gave it.
struct Answer {
    status: u16,
    headers: HeaderMap,
    text: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

/// Sends a request with these headers and this body to the origin under test.
fn send(method: &str, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Answer {
    let config = Agent::config_builder().http_status_as_error(false).timeout_global(Some(Duration::from_mins(1)));
    let mut request = Request::builder().method(method).uri(format!("{}{path}", acceptance::origin()));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(body).expect("a request");
    let mut response = Agent::new_with_config(config.build()).run(request).expect("an answer");
    let text = response.body_mut().read_to_string().expect("text");
    Answer { status: response.status().as_u16(), headers: response.headers().clone(), text }
}

fn get(path: &str) -> Answer {
    send("GET", path, &[], Vec::new())
}
