//! The session cookie: `userId.sessionId.secret`, in a cookie that only this host over TLS gets.

use backoffice_domain::{SessionId, UserId};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use lambda_http::http::HeaderMap;
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use crate::keyring::hex;

/// The cookie's name. Browsers take `__Host-` cookies only with `Secure`, `Path=/` and no `Domain`.
const NAME: &str = "__Host-session";
/// Bytes of randomness in a secret: 256 bits.
const SECRET_BYTES: usize = 32;

/// What a browser shows to be let in.
#[derive(Clone, Debug)]
pub struct SessionToken {
    /// Whose session.
    pub user_id: UserId,
    /// Which session.
    pub session_id: SessionId,
    secret: SecretString,
}

impl SessionToken {
    /// A new token with a secret of its own.
    ///
    /// # Panics
    /// If the operating system gives no randomness: nobody is signed in without.
    pub fn new(user_id: UserId, session_id: SessionId) -> Self {
        let mut secret = [0; SECRET_BYTES];
        getrandom::fill(&mut secret).expect("the operating system gives randomness");
        Self { user_id, session_id, secret: Base64UrlUnpadded::encode_string(&secret).into() }
    }

    /// The token of a request, if it has a well-formed one.
    pub(crate) fn of(headers: &HeaderMap) -> Option<Self> {
        Self::parse(cookie(headers, NAME)?)
    }

    fn parse(value: &str) -> Option<Self> {
        let mut parts = value.split('.');
        let (user, session, secret) = (parts.next()?, parts.next()?, parts.next()?);
        let mut bytes = [0; SECRET_BYTES];
        let whole = Base64UrlUnpadded::decode(secret, &mut bytes).is_ok_and(|bytes| bytes.len() == SECRET_BYTES);
        (parts.next().is_none() && whole).then_some(())?;
        Some(Self {
            user_id: UserId::parse(user).ok()?,
            session_id: SessionId::parse(session).ok()?,
            secret: secret.to_owned().into(),
        })
    }

    /// SHA-256 of the secret, in hexadecimal: what the store keeps. The secret is random, so a plain
    /// hash is enough.
    pub fn secret_hash(&self) -> String {
        hex(&Sha256::digest(self.secret.expose_secret().as_bytes()))
    }

    /// Whether the secret is the one of this hash, compared in constant time.
    pub fn opens(&self, secret_hash: &str) -> bool {
        self.secret_hash().as_bytes().ct_eq(secret_hash.as_bytes()).into()
    }
}

/// The value of a request's cookie. Of two cookies of one name neither counts.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut found = headers
        .get_all("cookie")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .filter(|(known, _)| *known == name);
    let (_, value) = found.next()?;
    if found.next().is_some() { None } else { Some(value) }
}

/// The `Set-Cookie` value that signs a browser in. Without an age it ends with the browser; the
/// session's own time-outs hold anyway.
pub fn session_cookie(token: &SessionToken) -> String {
    let secret = token.secret.expose_secret();
    format!("{NAME}={}.{}.{secret}; Path=/; Secure; HttpOnly; SameSite=Strict", token.user_id, token.session_id)
}

/// The `Set-Cookie` value that signs a browser out.
pub fn ended_cookie() -> String {
    format!("{NAME}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict")
}

#[cfg(test)]
mod tests {
    use lambda_http::http::HeaderValue;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn token() -> SessionToken {
        SessionToken::new(UserId::new(Uuid::now_v7()), SessionId::new(Uuid::now_v7()))
    }

    fn of(cookie: &str) -> Option<SessionToken> {
        SessionToken::of(&HeaderMap::from_iter([(
            lambda_http::http::header::COOKIE,
            HeaderValue::from_str(cookie).expect("ASCII"),
        )]))
    }

    #[test]
    fn r14_the_cookie_has_every_protection() {
        let cookie = session_cookie(&token());
        assert!(cookie.starts_with("__Host-session="));
        assert!(cookie.ends_with("; Path=/; Secure; HttpOnly; SameSite=Strict"));
        assert!(!cookie.contains("Domain"));
    }

    #[test]
    fn a_token_comes_back_from_its_cookie() {
        let token = token();
        let cookie = session_cookie(&token);
        let back = of(&format!("theme=dark; {}", cookie.split(';').next().expect("value"))).expect("a token");
        assert_eq!((back.user_id, back.session_id), (token.user_id, token.session_id));
        assert!(back.opens(&token.secret_hash()));
        assert!(!back.opens(&SessionToken::new(token.user_id, token.session_id).secret_hash()));
        assert!(!format!("{back:?}").contains(token.secret.expose_secret()));
    }

    #[test]
    fn anything_else_is_no_token() {
        let value = session_cookie(&token()).split(';').next().expect("value").to_owned();
        for cookie in [
            "",
            "__Host-session=",
            "__Host-session=a.b.c",
            "session=x",
            &format!("{value}.x"),
            &format!("{value}; {value}"),
            &value[..value.len() - 1],
        ] {
            assert!(of(cookie).is_none(), "{cookie}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_token_that_says_itself_or_none(bytes in prop::collection::vec(any::<u8>(), 0..200), parts in "[0-9a-f-]{36}[.][0-9a-f-]{36}[.][A-Za-z0-9_-]{43}") {
            let whole = [NAME.as_bytes(), b"=", parts.as_bytes()].concat();
            for bytes in [bytes.clone(), [NAME.as_bytes(), b"=", &bytes].concat(), whole] {
                let Ok(value) = HeaderValue::from_bytes(&bytes) else { continue };
                let headers = HeaderMap::from_iter([(lambda_http::http::header::COOKIE, value)]);
                if let Some(token) = SessionToken::of(&headers) {
                    let said = session_cookie(&token);
                    let said = said.split(';').next().expect("a value");
                    prop_assert!(String::from_utf8_lossy(&bytes).contains(said), "{said}");
                }
            }
        }
    }
}
