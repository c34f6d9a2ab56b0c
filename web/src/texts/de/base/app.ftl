### Der Rahmen der Seite: Kopf, Meldungen, Dialoge, Tastenkürzel.

product = Backoffice
title-error = Fehler:
skip-to-content = Zum Inhalt springen
navigation = Hauptnavigation
navigation-users = Benutzer

person-menu = Ihr Menü, { $name }
person-language = Oberflächensprache
person-language-not-own = Eine Administratorin oder ein Administrator kann sie für Sie ändern
person-language-saved = Ihre Oberflächensprache wurde gespeichert.
person-language-failed = Ihre Oberflächensprache konnte nicht gespeichert werden.
person-theme = Farbschema
person-more = Weiteres
theme-system = Wie das System
theme-light = Hell
theme-dark = Dunkel
language-en = English
language-de = Deutsch

shortcuts-title = Tastenkürzel
shortcuts-on = Tastenkürzel sind eingeschaltet
shortcut-search = Zur Suche
shortcut-create = Anlegen
shortcut-help = Diese Liste zeigen

notice-success = Erledigt:
notice-info = Hinweis:
notice-error = Fehler:
notice-close = Meldung schließen
undo = Rückgängig machen
undo-failed = Die Änderung an { $name } konnte nicht rückgängig gemacht werden.

close = Schließen
back = Zurück
retry = Erneut versuchen
yes = Ja
no = Nein
you = Sie
never = Nie
copied = Kopiert
copy-refused = Der Browser hat das Kopieren nicht erlaubt.
copy-request-id = Anfrage-ID kopieren
request-id = Anfrage-ID: { $value }

loading = Wird geladen …
loading-slow = Das dauert länger als üblich. Es wird weiter auf eine Antwort gewartet …
load-failed = Das konnte nicht geladen werden.

not-found-title = Seite nicht gefunden
not-found-body = Unter dieser Adresse gibt es nichts. Vielleicht ist sie vertippt, oder was hier war, ist nicht mehr da.
to-users-list = Zur Benutzerliste

nothing-here-title = Hier ist nichts für Sie
nothing-here-body = Ihre Gruppen öffnen diesen Teil des Backoffice nicht. Fragen Sie in der Administration nach, wenn Sie ihn brauchen.
your-account = Ihr Konto

field-email = E-Mail
field-password = Passwort
field-groups = Zugewiesene Gruppen
field-language = Oberflächensprache
