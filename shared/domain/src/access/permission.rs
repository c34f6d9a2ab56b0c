//! The catalogue of permissions: each with its word and what it lets somebody do, in every language.

use crate::Language;
use crate::words::words;

words! {
    /// What permissions are about.
    Area {
        /// Back-office users.
        Users = "users",
        /// The store's customers.
        Customers = "customers",
        /// Groups of users.
        Groups = "groups",
        /// Roles and their rules.
        Roles = "roles",
        /// Where users are signed in.
        Sessions = "sessions",
        /// What was done by whom.
        Audit = "audit",
    }
}

/// Declares the permissions with their sentences: one table for code, API, page and documentation.
macro_rules! permissions {
    ($($name:ident = $word:literal in $area:ident, $english:literal, $german:literal;)+) => {
        words! {
            /// One thing a person may be allowed to do. The word is `<area>.<verb>`. A permission keeps
            /// its place, which is its bit in what is stored: new ones are added at the end.
            Permission { $(#[doc = $english] $name = $word),+ }
        }

        impl Permission {
            /// What it lets somebody do, in a sentence.
            pub const fn sentence(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Self::$name, Language::English) => $english, (Self::$name, Language::German) => $german,)+
                }
            }

            /// What it is about.
            pub const fn area(self) -> Area {
                match self { $(Self::$name => Area::$area),+ }
            }
        }
    };
}

permissions! {
    UsersRead = "users.read" in Users,
        "See users and their details.",
        "Benutzer und ihre Angaben sehen.";
    UsersCreate = "users.create" in Users,
        "Create users.",
        "Benutzer anlegen.";
    UsersUpdate = "users.update" in Users,
        "Edit users: names, e-mail, password, groups, agent and language.",
        "Benutzer bearbeiten: Namen, E-Mail, Passwort, Gruppen, Agent und Sprache.";
    UsersSetStatus = "users.set-status" in Users,
        "Activate, deactivate and restore users.",
        "Benutzer aktivieren, deaktivieren und wiederherstellen.";
    UsersDelete = "users.delete" in Users,
        "Delete users.",
        "Benutzer löschen.";
    UsersAssignCustomers = "users.assign-customers" in Users,
        "Assign customers to users.",
        "Benutzern Kunden zuweisen.";
    CustomersRead = "customers.read" in Customers,
        "See the store's customers.",
        "Die Kunden des Shops sehen.";
    CustomersWrite = "customers.write" in Customers,
        "Write and import the store's customers.",
        "Die Kunden des Shops schreiben und importieren.";
    GroupsRead = "groups.read" in Groups,
        "See groups, their members and what they may do.",
        "Gruppen, ihre Mitglieder und deren Rechte sehen.";
    GroupsCreate = "groups.create" in Groups,
        "Create groups.",
        "Gruppen anlegen.";
    GroupsUpdate = "groups.update" in Groups,
        "Edit groups and the roles they carry.",
        "Gruppen und ihre Rollen bearbeiten.";
    GroupsDelete = "groups.delete" in Groups,
        "Delete groups without members.",
        "Gruppen ohne Mitglieder löschen.";
    RolesRead = "roles.read" in Roles,
        "See roles and their rules.",
        "Rollen und ihre Regeln sehen.";
    RolesCreate = "roles.create" in Roles,
        "Create roles.",
        "Rollen anlegen.";
    RolesUpdate = "roles.update" in Roles,
        "Edit roles and their rules.",
        "Rollen und ihre Regeln bearbeiten.";
    RolesDelete = "roles.delete" in Roles,
        "Delete roles that no group carries.",
        "Rollen löschen, die keine Gruppe trägt.";
    SessionsRead = "sessions.read" in Sessions,
        "See where other users are signed in.",
        "Sehen, wo andere Benutzer angemeldet sind.";
    SessionsEnd = "sessions.end" in Sessions,
        "Sign other users out.",
        "Andere Benutzer abmelden.";
    AuditRead = "audit.read" in Audit,
        "See who did what, and what it was before.",
        "Sehen, wer was getan hat und wie es vorher war.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_permission_is_named_after_its_area() {
        for permission in Permission::ALL {
            assert!(permission.as_str().starts_with(&format!("{}.", permission.area().as_str())), "{permission:?}");
            assert_eq!(Permission::parse(permission.as_str()), Ok(*permission));
        }
    }

    #[test]
    fn r53_every_permission_has_its_sentence_in_every_language() {
        for language in Language::ALL {
            let mut sentences: Vec<_> =
                Permission::ALL.iter().map(|permission| permission.sentence(*language)).collect();
            assert!(sentences.iter().all(|sentence| sentence.ends_with('.') && sentence.len() > 10));
            sentences.sort_unstable();
            sentences.dedup();
            assert_eq!(sentences.len(), Permission::ALL.len(), "two permissions with one sentence in {language:?}");
        }
    }
}
