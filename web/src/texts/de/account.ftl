### Mein Konto.

account-names = Namen und Sprache
account-language-hint = Die Sprache, in der diese Seite mit Ihnen spricht, in jedem Browser. Sie gilt, sobald sie gespeichert ist.
account-updated = Ihr Konto wurde aktualisiert.
account-unchanged = Nichts wurde geändert, es gab also nichts zu speichern.
account-facts = Anmeldung und Gruppen
account-facts-hint = Mit dieser E-Mail melden Sie sich an, und Ihre Gruppen sagen, was Sie dürfen. Beides kann die Administration ändern.
theme-hint = Es gehört zu diesem Browser und gilt sofort.
account-password = Passwort
account-password-ends = Ein neues Passwort beendet sofort alle Ihre anderen Sitzungen. Diese läuft weiter.
field-current-password = Aktuelles Passwort
current-password-hint = Das Passwort, mit dem Sie sich angemeldet haben. Es zeigt, dass Sie es sind.
field-new-password = Neues Passwort
field-repeat-new = Neues Passwort wiederholen
account-change-password = Passwort ändern
password-changed = Ihr neues Passwort ist gespeichert. Alle Ihre anderen Sitzungen sind beendet.

error-current-password-required = Geben Sie Ihr aktuelles Passwort ein
error-current-password-wrong-password = Das ist nicht Ihr aktuelles Passwort
error-new-password-required = Geben Sie ein neues Passwort ein
error-new-password-too-short = Das neue Passwort ist zu kurz: mindestens { $min } Zeichen
error-new-password-too-long = Das neue Passwort ist zu lang: höchstens { $max } Zeichen
problem-too-many-passwords = Das aktuelle Passwort war zu oft falsch.
