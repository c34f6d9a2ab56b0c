//! What CloudFront tells the API about the person's browser, and nobody else can.

use std::net::SocketAddr;

use axum::http::{HeaderMap, HeaderValue, header};

/// The client's address.
const ADDRESS: &str = "x-viewer-address";
/// The host the browser asked for, with its port.
const HOST: &str = "x-viewer-host";
/// The proof that the two above come from CloudFront.
const SECRET: &str = "x-origin-secret";

/// Replaces whatever the request claims by what is so.
pub(super) fn set(headers: &mut HeaderMap, peer: SocketAddr, secret: &str) {
    let host = headers.get(header::HOST).cloned();
    for name in [ADDRESS, HOST, SECRET] {
        headers.remove(name);
    }
    if let Ok(address) = HeaderValue::try_from(peer.ip().to_string()) {
        headers.insert(ADDRESS, address);
    }
    if let Some(host) = host {
        headers.insert(HOST, host);
    }
    if let Ok(secret) = HeaderValue::try_from(secret) {
        headers.insert(SECRET, secret);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_request_claims_is_replaced() {
        let mut headers = HeaderMap::new();
        headers.insert("host", HeaderValue::from_static("localhost:8080"));
        headers.append("x-viewer-address", HeaderValue::from_static("203.0.113.1"));
        headers.append("x-viewer-address", HeaderValue::from_static("203.0.113.2"));
        headers.insert("x-viewer-host", HeaderValue::from_static("elsewhere"));
        headers.insert("x-origin-secret", HeaderValue::from_static("guessed"));

        set(&mut headers, "127.0.0.1:4000".parse().expect("an address"), "secret");

        let all =
            |name: &str| headers.get_all(name).iter().map(|value| value.to_str().expect("text")).collect::<Vec<_>>();
        assert_eq!(all("x-viewer-address"), ["127.0.0.1"]);
        assert_eq!(all("x-viewer-host"), ["localhost:8080"]);
        assert_eq!(all("x-origin-secret"), ["secret"]);
    }
}
