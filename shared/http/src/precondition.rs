//! Which version a change is based on.

use lambda_http::http::HeaderMap;

use crate::{Code, Problem};

/// The versions that an `If-Match` header names (RFC 9110, 13.1.1). A weak or foreign tag names none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IfMatch(Vec<u64>);

impl IfMatch {
    /// Reads the header; a change without one is refused with 428.
    pub(crate) fn of(headers: &HeaderMap) -> Result<Self, Problem> {
        let mut values = headers.get_all("if-match").iter().peekable();
        if values.peek().is_none() {
            return Err(Problem::new(Code::PreconditionRequired));
        }
        let tags = values.filter_map(|value| value.to_str().ok()).flat_map(|tags| tags.split(','));
        Ok(Self(tags.filter_map(|tag| tag.trim().strip_prefix('"')?.strip_suffix('"')?.parse().ok()).collect()))
    }

    /// Whether `version` is one of them.
    pub fn allows(&self, version: u64) -> bool {
        self.0.contains(&version)
    }
}

#[cfg(test)]
mod tests {
    use lambda_http::http::{HeaderValue, header::IF_MATCH};
    use proptest::prelude::*;

    use super::*;

    fn of(value: &'static str) -> IfMatch {
        IfMatch::of(&HeaderMap::from_iter([(IF_MATCH, HeaderValue::from_static(value))])).expect("a header")
    }

    #[test]
    fn r31_only_a_strong_tag_of_this_version_allows() {
        assert!(of("\"7\"").allows(7));
        assert!(of("\"6\", \"7\"").allows(7));
        for other in ["\"8\"", "W/\"7\"", "7", "*", "\"\"", "\"07x\""] {
            assert!(!of(other).allows(7), "{other}");
        }
        assert_eq!(IfMatch::of(&HeaderMap::new()).map_err(|problem| problem.code()), Err(Code::PreconditionRequired));
    }

    proptest! {
        #[test]
        fn r31_any_bytes_name_the_versions_they_quote(bytes in prop::collection::vec(any::<u8>(), 0..60), version in any::<u64>()) {
            let Ok(value) = HeaderValue::from_bytes(&bytes) else { return Ok(()) };
            let read = IfMatch::of(&HeaderMap::from_iter([(IF_MATCH, value)])).map_err(|problem| problem.code());
            let allows = read.expect("a header is there").allows(version);
            let quoted = String::from_utf8_lossy(&bytes).contains(&format!("{version}\""));
            prop_assert!(quoted || !allows);
        }

        #[test]
        fn r31_each_of_several_versions_is_allowed_and_no_other(versions in prop::collection::vec(any::<u64>(), 1..6), other in any::<u64>()) {
            let tags = versions.iter().map(|version| format!("\"{version}\"")).collect::<Vec<_>>().join(", ");
            let value = HeaderValue::from_str(&tags).expect("ASCII");
            let read = IfMatch::of(&HeaderMap::from_iter([(IF_MATCH, value)])).map_err(|problem| problem.code());
            let read = read.expect("a header is there");
            prop_assert!(versions.iter().all(|version| read.allows(*version)));
            prop_assert_eq!(read.allows(other), versions.contains(&other));
        }
    }
}
