### Protokoll: wer was getan hat, überall.

audit-none-title = Noch ist nichts aufgezeichnet
audit-none-body = Was hier getan wird, wird aufgezeichnet und erscheint hier.
column-when = Wann
column-who = Wer
column-what = Was
column-changes = Änderungen
column-address = Von wo

actors-all = Alle
actors-me = Ich selbst
actors-one = Eine Person
actors-operator = Der Betrieb
actors-nobody = Nicht angemeldet

action-all = Alles
kind-user = Benutzer
kind-customer = Kunden
kind-group = Gruppen
kind-role = Rollen
kind-session = Anmeldungen
kind-all-user = Alles über Benutzer
kind-all-customer = Alles über Kunden
kind-all-group = Alles über Gruppen
kind-all-role = Alles über Rollen
kind-all-session = Alles über Anmeldungen
action-session-signed-in = Angemeldet
action-session-signed-out = Abgemeldet
action-session-ended = Sitzung beendet
action-session-all-ended = Alle Sitzungen beendet
action-session-refused = Anmeldung abgelehnt
action-session-delayed = Anmeldungen verzögert
action-user-created = Benutzer angelegt
action-user-updated = Benutzer bearbeitet
action-user-activated = Benutzer aktiviert
action-user-deactivated = Benutzer deaktiviert
action-user-deleted = Benutzer gelöscht
action-user-restored = Benutzer wiederhergestellt
action-user-password-refused = Bisheriges Passwort falsch
action-user-recovered = Zugang wiederhergestellt
action-customer-created = Kunde angelegt
action-customer-updated = Kunde bearbeitet
action-customer-assigned = Kunde zugewiesen
action-customer-unassigned = Zuweisung aufgehoben
action-group-created = Gruppe angelegt
action-group-updated = Gruppe bearbeitet
action-group-deleted = Gruppe gelöscht
action-role-created = Rolle angelegt
action-role-updated = Rolle bearbeitet
action-role-deleted = Rolle gelöscht

period-any = Jederzeit
period-today = Heute
period-week = Letzte 7 Tage
period-month = Letzte 30 Tage
period-custom = Gewählte Tage
period-from = Erster Tag
period-until = Letzter Tag

only-actor = Nur was { $name } getan hat
only-target = Nur über { $name }
filters-chosen = In der Liste gewählt
filter-remove = { $filter }: diesen Filter entfernen

event-details = Einzelheiten
event-time = Zeit
event-action = Handlung
event-id = Ereignis-ID
event-request = Anfrage-ID
copy-event-id = Ereignis-ID kopieren

export-csv = Als CSV exportieren
export-reading = { $count ->
    [one] Ein Ereignis gelesen
   *[other] { $count } Ereignisse gelesen
}
export-cancel = Export abbrechen
export-cancelled = Der Export wurde abgebrochen.
export-done = { $count ->
    [one] Ein Ereignis wurde nach { $file } exportiert.
   *[other] { $count } Ereignisse wurden nach { $file } exportiert.
}
export-failed = { $count ->
    [0] Der Export ist gescheitert, bevor etwas gelesen war.
    [one] Der Export wurde nach einem Ereignis unterbrochen. Ein neuer Versuch macht dort weiter.
   *[other] Der Export wurde nach { $count } Ereignissen unterbrochen. Ein neuer Versuch macht dort weiter.
}
