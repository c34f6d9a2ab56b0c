//! Where a request comes from: the client's address, and the origin that the person sees.

use subtle::ConstantTimeEq as _;

use crate::{Code, Problem};
use lambda_http::http::{HeaderMap, Method};

/// CloudFront's proof that the other two headers are its own.
const ORIGIN_SECRET: &str = "x-origin-secret";
/// The client's address, as CloudFront saw it.
const VIEWER_ADDRESS: &str = "x-viewer-address";
/// The host that the person's browser asked.
const VIEWER_HOST: &str = "x-viewer-host";
/// What every request that may change something has to say: no form and no link of another site can.
const REQUESTED_WITH: (&str, &str) = ("x-requested-with", "backoffice");

/// Where a request comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The client's address.
    pub(crate) address: String,
    /// The public host, with a port if it is not the usual one.
    pub(crate) host: String,
}

impl Origin {
    /// CloudFront's headers count beside its secret only; otherwise what API Gateway saw counts. So
    /// nobody chooses the address that limits count (R49).
    pub(crate) fn of(
        headers: &HeaderMap,
        secrets: &[String],
        source_ip: Option<&str>,
        domain_name: Option<&str>,
    ) -> Self {
        let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let secret = header(ORIGIN_SECRET).unwrap_or_default();
        let through_cloudfront = secrets.iter().any(|known| bool::from(known.as_bytes().ct_eq(secret.as_bytes())));
        let given = |name: &str| through_cloudfront.then(|| header(name)).flatten();
        Self {
            address: given(VIEWER_ADDRESS).or(source_ip).unwrap_or_default().to_owned(),
            host: given(VIEWER_HOST).or(domain_name).unwrap_or_default().to_owned(),
        }
    }

    /// Refuses a request of another site; a GET changes nothing and may come from anywhere.
    pub(crate) fn check_same_site(&self, method: &Method, headers: &HeaderMap) -> Result<(), Problem> {
        if *method == Method::GET {
            return Ok(());
        }
        let says = |name: &str, right: &dyn Fn(&[u8]) -> bool| {
            headers.get_all(name).iter().all(|value| right(value.as_bytes()))
        };
        let ours = headers.contains_key(REQUESTED_WITH.0)
            && says(REQUESTED_WITH.0, &|value| value == REQUESTED_WITH.1.as_bytes())
            && says("sec-fetch-site", &|value| value == b"same-origin")
            && says("origin", &|value| self.is_own(value));
        if ours { Ok(()) } else { Err(Problem::new(Code::CrossSiteRequest)) }
    }

    fn is_own(&self, origin: &[u8]) -> bool {
        let name = self.host.split(':').next().unwrap_or_default();
        let local = matches!(name, "localhost" | "127.0.0.1");
        origin == format!("https://{}", self.host).as_bytes()
            || (local && origin == format!("http://{}", self.host).as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lambda_http::http::{HeaderName, HeaderValue};

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
    }

    fn origin(pairs: &[(&'static str, &'static str)]) -> Origin {
        Origin::of(&headers(pairs), &["new".to_owned(), "old".to_owned()], Some("192.0.2.1"), Some("api.example"))
    }

    #[test]
    fn r49_viewer_headers_count_beside_the_secret_only() {
        let viewer = [
            ("x-viewer-address", "198.51.100.7"),
            ("x-viewer-host", "shop.example"),
            ("x-forwarded-for", "203.0.113.9"),
        ];
        let direct = Origin { address: "192.0.2.1".to_owned(), host: "api.example".to_owned() };
        let through = Origin { address: "198.51.100.7".to_owned(), host: "shop.example".to_owned() };
        assert_eq!(origin(&viewer), direct);
        assert_eq!(origin(&[&viewer[..], &[("x-origin-secret", "guess")]].concat()), direct);
        assert_eq!(origin(&[&viewer[..], &[("x-origin-secret", "")]].concat()), direct);
        assert_eq!(origin(&[&viewer[..], &[("x-origin-secret", "new")]].concat()), through);
        assert_eq!(origin(&[&viewer[..], &[("x-origin-secret", "old")]].concat()), through);
    }

    #[test]
    fn r21_a_request_that_may_change_something_has_to_be_ours() {
        let origin = Origin { address: String::new(), host: "shop.example".to_owned() };
        let passes =
            |pairs: &[(&'static str, &'static str)]| origin.check_same_site(&Method::POST, &headers(pairs)).is_ok();
        assert!(passes(&[("x-requested-with", "backoffice")]));
        assert!(passes(&[
            ("x-requested-with", "backoffice"),
            ("sec-fetch-site", "same-origin"),
            ("origin", "https://shop.example")
        ]));
        assert!(!passes(&[]));
        assert!(!passes(&[("x-requested-with", "XMLHttpRequest")]));
        for foreign in [
            ("sec-fetch-site", "same-site"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "none"),
            ("origin", "null"),
            ("origin", "http://shop.example"),
            ("origin", "https://shop.example.evil.example"),
            ("origin", "https://evil.example"),
        ] {
            assert!(!passes(&[("x-requested-with", "backoffice"), foreign]), "{foreign:?}");
        }
        assert!(origin.check_same_site(&Method::GET, &headers(&[("sec-fetch-site", "cross-site")])).is_ok());
    }

    #[test]
    fn plain_http_is_an_origin_on_this_machine_only() {
        let local = Origin { address: String::new(), host: "localhost:8080".to_owned() };
        assert!(local.is_own(b"http://localhost:8080"));
        assert!(!local.is_own(b"http://localhost:8081"));
        assert!(
            !Origin { address: String::new(), host: "localhost.evil.example".to_owned() }
                .is_own(b"http://localhost.evil.example")
        );
    }
}
