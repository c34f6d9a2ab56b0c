//! The page's files, as CloudFront and its function serve them.

use std::path::PathBuf;

use axum::body::Body;
use axum::http::{HeaderValue, Method, Request, StatusCode, Uri, header};
use axum::response::Response;
use tower_http::services::ServeDir;

/// A name with its content's hash never changes what it stands for.
const IMMUTABLE: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// Asked for anew every time, so that a deployment is seen at once.
const NO_CACHE: HeaderValue = HeaderValue::from_static("no-cache");

/// The page's part of the gateway.
#[derive(Debug)]
pub(super) struct Files {
    folder: PathBuf,
}

impl Files {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    pub(super) async fn answer(&self, mut request: Request<Body>) -> Response {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            // The distribution allows nothing else for the page.
            return empty(StatusCode::FORBIDDEN);
        }
        let is_asset = request.uri().path().starts_with("/assets/");
        if is_view(request.uri().path()) {
            *request.uri_mut() = Uri::from_static("/index.html");
        }
        let Ok(mut response) = ServeDir::new(&self.folder).try_call(request).await.map(|found| found.map(Body::new))
        else {
            return empty(StatusCode::NOT_FOUND);
        };
        if response.status() == StatusCode::NOT_FOUND {
            return empty(StatusCode::NOT_FOUND);
        }
        response.headers_mut().insert(header::CACHE_CONTROL, if is_asset { IMMUTABLE } else { NO_CACHE });
        response
    }
}

/// Whether a path names a view of the page, which `index.html` draws: all but files, which lie in `/assets/` or at the top
/// with an extension.
fn is_view(path: &str) -> bool {
    let top = path.strip_prefix('/').filter(|name| !name.contains('/'));
    let extension = top.and_then(|name| name.rsplit_once('.')).filter(|(stem, _)| !stem.is_empty());
    let is_file = extension.is_some_and(|(_, extension)| {
        !extension.is_empty() && extension.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    });
    !path.starts_with("/assets/") && !is_file
}

fn empty(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;

    use super::*;

    async fn get(path: &str) -> (u16, Option<String>, String) {
        let folder = std::env::temp_dir().join(format!("xtask-page-{}-{}", std::process::id(), path.replace('/', "-")));
        std::fs::create_dir_all(folder.join("assets")).expect("folders");
        std::fs::write(folder.join("index.html"), "index").expect("a file");
        std::fs::write(folder.join("assets/app-1a2b.js"), "script").expect("a file");
        std::fs::write(folder.join("icon.svg"), "icon").expect("a file");
        let request = Request::get(path).body(Body::empty()).expect("a request");

        let response = Files::new(folder.clone()).answer(request).await;

        std::fs::remove_dir_all(folder).expect("removed");
        let cache = response.headers().get("cache-control").map(|value| value.to_str().expect("text").to_owned());
        let status = response.status().as_u16();
        let body = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
        (status, cache, String::from_utf8(body.to_vec()).expect("text"))
    }

    #[tokio::test]
    async fn every_view_is_the_index_which_is_never_cached() {
        for path in ["/", "/users", "/users/0198/customers?q=a.b", "/users/a.b/c.js", "/../Cargo.toml"] {
            assert_eq!(get(path).await, (200, Some("no-cache".to_owned()), "index".to_owned()), "{path}");
        }
    }

    #[tokio::test]
    async fn assets_are_immutable_and_a_missing_one_is_not_found() {
        let immutable = Some("public, max-age=31536000, immutable".to_owned());
        assert_eq!(get("/assets/app-1a2b.js").await, (200, immutable, "script".to_owned()));
        assert_eq!(get("/assets/gone.js").await, (404, None, String::new()));
        assert_eq!(get("/assets/gone").await, (404, None, String::new()));
    }

    #[tokio::test]
    async fn other_files_are_served_and_missing_ones_are_not_found() {
        assert_eq!(get("/icon.svg").await, (200, Some("no-cache".to_owned()), "icon".to_owned()));
        assert_eq!(get("/gone.svg").await, (404, None, String::new()));
    }
}
