//! E-mail addresses: what is shown, and the one form that is compared.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use crate::Flaw;

/// An e-mail address as typed (trimmed, NFC), at most 254 bytes (RFC 5321's path limit).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Email(String);

impl Email {
    /// The most bytes of an address.
    pub const MAX_BYTES: usize = 254;
    /// The most bytes before the `@` (RFC 5321, 4.5.3.1.1).
    const MAX_LOCAL_BYTES: usize = 64;

    /// Takes the addresses people have: a local part without white space or quoting, and a domain
    /// of at least two labels. International addresses (RFC 6531) are welcome.
    pub fn parse(text: &str) -> Result<Self, Flaw> {
        let address: String = text.trim().nfc().collect();
        if address.is_empty() {
            return Err(Flaw::Required);
        }
        if address.chars().any(char::is_control) {
            return Err(Flaw::ControlCharacter);
        }
        if address.len() > Self::MAX_BYTES || normalise(&address).len() > 2 * Self::MAX_BYTES {
            return Err(Flaw::TooLong { max: Self::MAX_BYTES });
        }
        // Judged on the compared form too: a full-width `＠` must not become a second `@`.
        if is_address(&address) && is_address(&normalise(&address)) { Ok(Self(address)) } else { Err(Flaw::Malformed) }
    }

    /// The address as the person wrote it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form in which two addresses are the same: every case, every Unicode form.
    pub fn normalised(&self) -> String {
        normalise(&self.0)
    }
}

/// Folds by way of the upper case, so that `ß` and `SS`, `ς` and `Σ` meet; the compatibility form
/// afterwards makes the full-width and ligature spellings meet too.
fn normalise(address: &str) -> String {
    let mut folded = address.to_owned();
    // Once more, since a compatibility form can bring back a character that has a case.
    for _ in 0..2 {
        folded = folded.nfkc().flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfkc().collect();
    }
    folded
}

fn is_address(address: &str) -> bool {
    let Some((local, domain)) = address.split_once('@') else { return false };
    is_local_part(local) && is_domain(domain)
}

fn is_local_part(local: &str) -> bool {
    local.len() <= Email::MAX_LOCAL_BYTES
        && local.split('.').all(|atom| {
            !atom.is_empty()
                && atom.chars().all(|c| !c.is_ascii() || c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c))
        })
        && !local.chars().any(|c| c.is_whitespace() || is_invisible(c))
}

fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    labels.len() >= 2
        && labels.iter().all(|label| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| {
                    c == '-'
                        || (c.is_alphanumeric() || (!c.is_ascii() && unicode_normalization::char::is_combining_mark(c)))
                })
        })
}

/// Characters nobody sees: two addresses that differ only by one of them look the same.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn same(one: &str, other: &str) -> bool {
        Email::parse(one).expect(one).normalised() == Email::parse(other).expect(other).normalised()
    }

    #[test]
    fn one_address_in_every_case_and_form() {
        assert!(same("Ada@Shop.Example", "ada@shop.example"));
        assert!(same("straße@shop.example", "STRASSE@shop.example"));
        assert!(same("ΣΊΣΥΦΟΣ@shop.example", "σίσυφος@shop.example"));
        assert!(same("jose\u{301}@shop.example", "josé@shop.example"));
        assert!(same("ａｄａ@shop.example", "ada@shop.example"));
        assert!(same("ﬁona@shop.example", "FIONA@shop.example"));
        assert!(!same("ada@shop.example", "ada@shop.example.org"));
    }

    #[test]
    fn keeps_what_was_typed() {
        assert_eq!(Email::parse(" Ada.L+x@Shop.Example ").map(|email| email.0), Ok("Ada.L+x@Shop.Example".to_owned()));
    }

    #[test]
    fn refuses_what_is_no_address() {
        for text in [
            "ada",
            "ada@",
            "@shop.example",
            "ada@shop",
            "a b@shop.example",
            "ada@@shop.example",
            "ada@shop..example",
            ".ada@shop.example",
            "ada@-shop.example",
            "a\u{200b}da@shop.example",
            "ada＠x@shop.example",
            "<ada@shop.example>",
        ] {
            assert_eq!(Email::parse(text), Err(Flaw::Malformed), "{text}");
        }
        assert_eq!(Email::parse(""), Err(Flaw::Required));
        assert_eq!(Email::parse("a\nb@shop.example"), Err(Flaw::ControlCharacter));
        let long = format!("{}@{}.example", "a".repeat(60), ["b".repeat(60), "c".repeat(60), "d".repeat(60)].join("."));
        assert!(Email::parse(&long).is_ok(), "{}", long.len());
        assert_eq!(Email::parse(&format!("{long}xxxxxxxxxx")), Err(Flaw::TooLong { max: 254 }));
    }

    proptest! {
        #[test]
        fn any_text_is_an_address_that_stays_itself_or_is_refused(text in "(?s).{0,300}|[^@]{0,20}@[^@.]{0,20}[.].{0,20}") {
            if let Ok(email) = Email::parse(&text) {
                prop_assert!(email.as_str().len() <= Email::MAX_BYTES);
                prop_assert_eq!(Email::parse(email.as_str()), Ok(email.clone()));
                // Compared once more it is the same: nothing has two forms to be compared by.
                prop_assert_eq!(normalise(&email.normalised()), email.normalised());
            }
        }

        #[test]
        fn every_case_of_an_address_is_the_same(text in r"[\pL\pN]{1,12}@[a-z]{1,12}[.]example") {
            if let (Ok(typed), Ok(upper)) = (Email::parse(&text), Email::parse(&text.to_uppercase())) {
                prop_assert_eq!(typed.normalised(), upper.normalised());
            }
        }
    }
}
