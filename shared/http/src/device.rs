//! As whose an attempt to sign in counts: the account's, or that of a browser which signed in to it
//! before and shows the cookie it got then: `deviceId.mac`.

use backoffice_domain::Email;
use backoffice_domain::throttle::address_group;
use backoffice_store::throttle::Attempt;
use lambda_http::http::HeaderMap;
use uuid::Uuid;

use crate::cookie::cookie;
use crate::keyring::{Keyring, Purpose};
use crate::{Context, Request};

/// The cookie's name; see the session's for the prefix.
const NAME: &str = "__Host-device";
/// Browsers keep no cookie for longer than 400 days (RFC 6265bis, 5.5).
const MAX_AGE_SECONDS: u32 = 400 * 24 * 60 * 60;

/// A browser that signs in to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Device(Uuid);

impl Device {
    /// The browser of a request, if it signed in to this account before. The cookie of one account is
    /// worth nothing for another, and nobody makes one without our key.
    fn of(headers: &HeaderMap, email: &Email, keyring: &Keyring) -> Option<Self> {
        let (id, mac) = cookie(headers, NAME)?.split_once('.')?;
        let device = Self(Uuid::try_parse(id).ok()?);
        keyring.verifies(Purpose::Device, &device.parts(&email.normalised()), mac).then_some(device)
    }

    fn set_cookie(self, email: &Email, keyring: &Keyring) -> String {
        let mac = keyring.mac(Purpose::Device, &self.parts(&email.normalised()));
        format!("{NAME}={}.{mac}; Path=/; Max-Age={MAX_AGE_SECONDS}; Secure; HttpOnly; SameSite=Strict", self.0)
    }

    fn parts<'a>(&'a self, email: &'a str) -> [&'a [u8]; 2] {
        [self.0.as_bytes(), email.as_bytes()]
    }
}

impl Context {
    /// As whose a request to sign in with `email` counts.
    pub fn attempt(&self, request: &Request, email: &Email) -> Attempt {
        let device = Device::of(request.headers(), email, self.keyring());
        Attempt {
            account: self.keyring().mac(Purpose::Account, &[email.normalised().as_bytes()]),
            browser: device.map(|device| device.0.to_string()),
            address: address_group(request.address()),
        }
    }

    /// The `Set-Cookie` value by which the browser is known again when it signs in to this account.
    pub fn device_cookie(&self, request: &Request, email: &Email) -> String {
        let known = Device::of(request.headers(), email, self.keyring());
        known.unwrap_or_else(|| Device(Uuid::now_v7())).set_cookie(email, self.keyring())
    }
}

#[cfg(test)]
mod tests {
    use lambda_http::http::{HeaderValue, header};
    use proptest::prelude::*;

    use super::*;

    fn email(text: &str) -> Email {
        Email::parse(text).expect("an e-mail")
    }

    fn shown(set_cookie: &str) -> HeaderMap {
        let value = set_cookie.split(';').next().expect("a value");
        HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_str(value).expect("ASCII"))])
    }

    #[test]
    fn r09_a_browser_is_known_for_the_account_it_signed_in_to() {
        let keyring = Keyring::parse(&"a".repeat(32)).expect("keys");
        let device = Device(Uuid::now_v7());
        let cookie = device.set_cookie(&email("Ada@shop.example"), &keyring);
        assert!(cookie.ends_with("; Path=/; Max-Age=34560000; Secure; HttpOnly; SameSite=Strict"));

        assert_eq!(Device::of(&shown(&cookie), &email("ada@SHOP.example"), &keyring), Some(device));
        assert_eq!(Device::of(&shown(&cookie), &email("grace@shop.example"), &keyring), None);
        let other = Keyring::parse(&"b".repeat(32)).expect("keys");
        assert_eq!(Device::of(&shown(&cookie), &email("ada@shop.example"), &other), None);
    }

    #[test]
    fn r09_a_cookie_that_is_not_ours_counts_for_nothing() {
        let keyring = Keyring::parse(&"a".repeat(32)).expect("keys");
        let ours = Device(Uuid::now_v7()).set_cookie(&email("ada@shop.example"), &keyring);
        let mac = ours.split(['.', ';']).nth(1).expect("a mac").to_owned();
        for cookie in [
            NAME.to_owned(),
            format!("{NAME}="),
            format!("{NAME}=."),
            format!("{NAME}={}.{mac}", Uuid::now_v7()),
            format!("{NAME}={mac}.{mac}"),
            ours.replace(&mac, &mac[1..]),
            ours.replace(&mac, ""),
        ] {
            assert_eq!(Device::of(&shown(&cookie), &email("ada@shop.example"), &keyring), None, "{cookie}");
        }
    }

    proptest! {
        #[test]
        fn r09_any_bytes_are_no_cookie_of_ours(bytes in prop::collection::vec(any::<u8>(), 0..200), parts in "[0-9a-f-]{36}[.][0-9a-f]{64}") {
            let keyring = Keyring::parse(&"a".repeat(32)).expect("keys");
            for bytes in [bytes, parts.into_bytes()] {
                let Ok(value) = HeaderValue::from_bytes(&[NAME.as_bytes(), b"=", &bytes].concat()) else { continue };
                let headers = HeaderMap::from_iter([(header::COOKIE, value)]);
                prop_assert_eq!(Device::of(&headers, &email("ada@shop.example"), &keyring), None);
            }
        }

        #[test]
        fn r09_any_device_comes_back_from_its_cookie(id in any::<u128>(), local in "[a-z0-9]{1,20}") {
            let keyring = Keyring::parse(&"a".repeat(32)).expect("keys");
            let (device, email) = (Device(Uuid::from_u128(id)), email(&format!("{local}@shop.example")));
            prop_assert_eq!(Device::of(&shown(&device.set_cookie(&email, &keyring)), &email, &keyring), Some(device));
        }
    }
}
