//! Who may: the two cases that every operation has (R23), and that no other site causes it (R21).

use crate::document::{Operation, operations};
use crate::{Client, Request, Role, signed_out};

/// An operation as it is asked for, harmlessly: of something that does not exist, or without what it
/// needs. Whoever is let in is told so; nothing changes.
#[derive(Clone, Copy, Debug)]
pub struct Access {
    /// The operation's id.
    pub operation: &'static str,
    /// The request.
    pub request: fn(&Client) -> Request,
}

impl Access {
    /// Somebody without a session is refused.
    pub fn refuses_who_is_signed_out(self) {
        (self.request)(&signed_out()).send().refused(401, "session_required");
    }

    /// Everybody without the permission is refused, everybody with it is let in.
    pub fn asks_for_the_permission(self) {
        let permission = self.described().permission().expect("an operation that needs a permission");
        for role in Role::ALL {
            let answer = (self.request)(&role.client()).send();
            if role.may(permission) {
                assert!(!matches!(answer.status, 401 | 403), "{role:?} holds {permission}: {answer}");
            } else {
                answer.refused(403, "permission_denied");
            }
        }
    }

    /// Everybody who is signed in is let in, whatever becomes of what they ask for.
    pub fn lets_everybody_in(self) {
        assert_eq!(self.described().permission(), None, "{}", self.operation);
        for role in Role::ALL {
            let answer = (self.request)(&role.client()).send();
            assert!(!matches!(answer.status, 401 | 403), "{role:?}: {answer}");
        }
    }

    /// What another site could make a browser send is refused, whoever is signed in.
    pub fn refuses_another_site(self) {
        let request = (self.request)(&Role::Administrator.client());
        let refused = |request: Request| request.send().refused(403, "cross_site_request");
        refused(request.clone().without("x-requested-with"));
        refused(request.clone().header("x-requested-with", "XMLHttpRequest"));
        refused(request.clone().header("sec-fetch-site", "cross-site"));
        refused(request.clone().header("sec-fetch-site", "same-site"));
        refused(request.clone().header("origin", "https://elsewhere.example"));
        refused(request.header("origin", "null"));
    }

    fn described(self) -> Operation {
        operations()[self.operation]
    }
}

/// Declares an operation's [`Access`] as `ACCESS` and the tests that prove it.
///
/// `read` for what changes nothing, `change` for what may, `own` for what everybody may change of themself.
#[macro_export]
macro_rules! access {
    (read $operation:literal, $request:expr) => {
        pub(crate) const ACCESS: $crate::access::Access =
            $crate::access::Access { operation: $operation, request: $request };

        #[test]
        fn r23_signed_out() {
            ACCESS.refuses_who_is_signed_out();
        }

        #[test]
        fn r23_forbidden() {
            ACCESS.asks_for_the_permission();
        }
    };
    (own $operation:literal, $request:expr) => {
        pub(crate) const ACCESS: $crate::access::Access =
            $crate::access::Access { operation: $operation, request: $request };

        #[test]
        fn r23_signed_out() {
            ACCESS.refuses_who_is_signed_out();
        }

        #[test]
        fn r23_nobody_is_forbidden() {
            ACCESS.lets_everybody_in();
        }

        #[test]
        fn r21_another_site() {
            ACCESS.refuses_another_site();
        }
    };
    (change $operation:literal, $request:expr) => {
        $crate::access!(read $operation, $request);

        #[test]
        fn r21_another_site() {
            ACCESS.refuses_another_site();
        }
    };
}
