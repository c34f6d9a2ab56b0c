//! Passwords: which are taken, and how they are kept.

mod hash;

use std::fmt;

use secrecy::{ExposeSecret as _, SecretString};
use unicode_normalization::UnicodeNormalization as _;
use zxcvbn::Score;

pub use hash::{PasswordHash, Verdict};

use crate::{Email, Flaw, Name};

/// What somebody typed as their password, in NFC (NIST SP 800-63B-4, 3.1.1.2). Cannot be printed.
pub struct Password(SecretString);

impl Password {
    /// The fewest characters of a new password (OWASP ASVS 5.0, 6.2.9 recommends 15).
    pub const MIN: usize = 15;
    /// The most characters: enough for any passphrase, and a bound on the work of hashing
    /// (OWASP ASVS 5.0, 6.2.9 asks for at least 64).
    pub const MAX: usize = 128;
    /// The estimated guessing effort a new password needs: "safely unguessable", 10^8 guesses or more.
    const MIN_SCORE: Score = Score::Three;
    /// Words that an attacker of this product tries first.
    const PRODUCT_WORDS: [&str; 4] = ["backoffice", "back-office", "back office", "admin"];
    /// Shorter words of a person's name or address stand in too many other words to be counted.
    const MIN_CONTEXT_WORD: usize = 3;

    /// Takes what was typed to sign in: anything, so that a refusal never tells the rules apart.
    pub fn typed(text: &str) -> Self {
        Self(SecretString::from(text.nfc().collect::<String>()))
    }

    /// Takes a password to be compared with the one that holds: anything can be typed, but an empty one is a
    /// field left out.
    ///
    /// # Errors
    /// [`Flaw::Required`].
    pub fn offered(text: &str) -> Result<Self, Flaw> {
        if text.is_empty() { Err(Flaw::Required) } else { Ok(Self::typed(text)) }
    }

    /// Reads a new password: 15–128 characters of any kind, spaces too, nothing cut off. Its
    /// strength is judged by [`Self::check_strength`] once the person is known.
    pub fn parse(text: &str) -> Result<Self, Flaw> {
        let password = Self::typed(text);
        match password.0.expose_secret().chars().count() {
            0 => Err(Flaw::Required),
            length if length < Self::MIN => Err(Flaw::TooShort { min: Self::MIN }),
            length if length > Self::MAX => Err(Flaw::TooLong { max: Self::MAX }),
            _ => Ok(password),
        }
    }

    /// Refuses a password that is guessed quickly, also by somebody who knows whose it is: words of
    /// the person and the product count for nothing, so what remains without them is judged.
    pub fn check_strength(&self, first_name: &Name, last_name: &Name, email: &Email) -> Result<(), Flaw> {
        let person = [first_name.as_str(), last_name.as_str(), email.as_str()].join(" ").to_lowercase();
        let mut context: Vec<&str> = person.split(|c: char| !c.is_alphanumeric()).collect();
        context.extend(Self::PRODUCT_WORDS);
        context.retain(|word| word.chars().count() >= Self::MIN_CONTEXT_WORD);
        context.sort_by_key(|word| std::cmp::Reverse(word.len()));

        let password = self.0.expose_secret();
        let remainder = context.iter().fold(password.to_lowercase(), |rest, word| rest.replace(word, ""));
        if score(password) < Self::MIN_SCORE {
            Err(Flaw::PasswordTooWeak)
        } else if score(&remainder) < Self::MIN_SCORE {
            Err(Flaw::PasswordContext)
        } else {
            Ok(())
        }
    }

    fn bytes(&self) -> &[u8] {
        self.0.expose_secret().as_bytes()
    }
}

fn score(text: &str) -> Score {
    zxcvbn::zxcvbn(text, &[]).score()
}

impl fmt::Debug for Password {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Password(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str) -> Result<(), Flaw> {
        Password::parse(text)?.check_strength(
            &Name::parse("Wilhelmina").expect("name"),
            &Name::parse("Featherstone").expect("name"),
            &Email::parse("wilhelmina.featherstone@shop.example").expect("email"),
        )
    }

    #[test]
    fn r04_any_characters_within_the_length() {
        assert_eq!(check("vier bunte Äpfel 🍎 im Korb"), Ok(()));
        assert_eq!(check("fourteen chars"), Err(Flaw::TooShort { min: 15 }));
        assert_eq!(check(&"correct horse ".repeat(10)), Err(Flaw::TooLong { max: 128 }));
        assert_eq!(check(""), Err(Flaw::Required));
    }

    #[test]
    fn r05_common_and_context_words_are_refused() {
        assert_eq!(check("passwordpassword"), Err(Flaw::PasswordTooWeak));
        assert_eq!(check("aaaaaaaaaaaaaaaaaa"), Err(Flaw::PasswordTooWeak));
        assert_eq!(check("wilhelmina featherstone"), Err(Flaw::PasswordContext));
        assert_eq!(check("Backoffice-Wilhelmina-12"), Err(Flaw::PasswordContext));
        assert_eq!(check("Wilhelmina likes purple umbrellas"), Ok(()));
    }

    #[test]
    fn one_password_in_every_unicode_form() {
        assert_eq!(Password::typed("e\u{301}").bytes(), Password::typed("é").bytes());
        assert_eq!(format!("{:?}", Password::typed("secret")), "Password(…)");
    }

    proptest! {
        #[test]
        fn any_text_is_a_password_of_its_length_or_is_refused(text in "(?s).{0,140}") {
            let length = text.nfc().count();
            match Password::parse(&text) {
                Ok(_) => prop_assert!((Password::MIN..=Password::MAX).contains(&length)),
                Err(Flaw::Required) => prop_assert_eq!(length, 0),
                Err(Flaw::TooShort { .. }) => prop_assert!((1..Password::MIN).contains(&length)),
                Err(flaw) => {
                    prop_assert_eq!(flaw, Flaw::TooLong { max: Password::MAX });
                    prop_assert!(length > Password::MAX);
                }
            }
        }
    }

    proptest! {
        // Judging takes long without optimisation.
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn the_strength_of_any_password_can_be_judged(text in "(?s).{15,128}", name in "(?s).{1,100}") {
            let email = Email::parse("ada@shop.example").expect("email");
            if let (Ok(password), Ok(name)) = (Password::parse(&text), Name::parse(&name)) {
                let judged = password.check_strength(&name, &name, &email);
                prop_assert!(matches!(judged, Ok(()) | Err(Flaw::PasswordTooWeak | Flaw::PasswordContext)));
            }
        }
    }
}
