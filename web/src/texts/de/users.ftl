### Der Bereich Benutzer.

users-list = Benutzerliste
add-new-user = Neuen Benutzer anlegen
users-search = Suche
users-search-hint = Der Anfang eines Namens oder einer E-Mail
filter-group = Gruppe
sort-lastName = Nachname
sort-firstName = Vorname
sort-email = E-Mail
sort-lastSignInAt = Letzte Anmeldung
sort-createdAt = Angelegt

column-name = Name
column-email = E-Mail
column-status = Status
column-groups = Gruppen
column-agent = Agent
column-customers = Kunden
column-last-sign-in = Letzte Anmeldung
column-action = Aktion
copy-email = E-Mail von { $name } kopieren

status-active = Aktiv
status-deactivated = Deaktiviert
status-deleted = Gelöscht

edit = Bearbeiten
edit-named = { $name } bearbeiten
more-actions = Weitere Aktionen für { $name }
assign-customers = Kunden zuweisen
activate = Aktivieren
deactivate = Deaktivieren
restore = Wiederherstellen
delete = Löschen
assign-not-deleted = Stellen Sie diesen Benutzer zuerst wieder her
last-administrator = Der letzte Administrator muss bleiben
action-running = Wird gerade geändert

activated = { $name } wurde aktiviert.
activate-failed = { $name } wurde nicht aktiviert.
activate-undone = { $name } ist wieder deaktiviert.
deactivated = { $name } wurde deaktiviert und ist überall abgemeldet.
deactivate-failed = { $name } wurde nicht deaktiviert.
deactivate-undone = { $name } ist wieder aktiv. Beendete Sitzungen bleiben beendet.
deactivate-self-title = Sich selbst deaktivieren?
deactivate-self-body = Sie werden sofort auf allen Geräten abgemeldet und können sich erst wieder anmelden, wenn jemand anderes Sie aktiviert.
deactivate-self-confirm = Mich deaktivieren
deactivate-self-failed = Sie wurden nicht deaktiviert.
restored = { $name } wurde als deaktiviert wiederhergestellt, { $customers ->
    [0] ohne Kunden
    [one] mit einem Kunden
   *[other] mit { $customers } Kunden
}.
restore-failed = { $name } wurde nicht wiederhergestellt.
restored-without-customers = { $count ->
    [one] Dieser Kunde gehört inzwischen zu jemand anderem: { $customers }
   *[other] Diese Kunden gehören inzwischen zu anderen: { $customers }
}
restored-without-groups = { $count ->
    [one] Die Gruppe { $groups } gibt es nicht mehr.
   *[other] Die Gruppen { $groups } gibt es nicht mehr.
}

problem-user-holds-more = Dieser Benutzer darf mehr als Sie.
