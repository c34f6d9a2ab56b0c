### Der Rahmen der Seite: Kopf, Meldungen, Tastenkürzel.

product = Backoffice
title-error = Fehler:
skip-to-content = Zum Inhalt springen
navigation = Hauptnavigation
navigation-users = Benutzer
navigation-groups = Gruppen
navigation-roles = Rollen
navigation-audit = Protokoll

person-menu = Ihr Menü, { $name }
language-en = English
language-de = Deutsch

shortcuts-title = Tastenkürzel
shortcut-search = Zur Suche
shortcut-create = Anlegen

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

field-email = E-Mail
field-password = Passwort
field-groups = Zugewiesene Gruppen
field-language = Oberflächensprache
