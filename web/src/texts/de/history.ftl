### Was geschehen ist, in Worten: Ereignisse mit dem, was sie geändert haben. Zur Nachricht einer Handlung kann es eine
### eigene geben für das, woran sie geschah (…-user, …-sign-in), und im Verlauf eine für das eigene Konto (…-self).

event-session-signed-in = { $whom } hat sich angemeldet
event-session-signed-out = { $whom } hat sich abgemeldet
event-session-ended = Eine Sitzung von { $whom } wurde beendet
event-session-all-ended = Die Sitzungen von { $whom } wurden beendet
event-session-refused = Eine Anmeldung als { $whom } wurde abgelehnt
event-session-refused-sign-in = Eine Anmeldung ohne passendes Konto wurde abgelehnt
event-session-delayed = Eine Anmeldung als { $whom } wurde abgelehnt, und weitere werden verzögert
event-session-delayed-sign-in = Eine Anmeldung ohne passendes Konto wurde abgelehnt, und weitere werden verzögert
event-user-created = Der Benutzer { $whom } wurde angelegt
event-user-updated = Der Benutzer { $whom } wurde bearbeitet
event-user-activated = Der Benutzer { $whom } wurde aktiviert
event-user-deactivated = Der Benutzer { $whom } wurde deaktiviert
event-user-deleted = Der Benutzer { $whom } wurde gelöscht
event-user-restored = Der Benutzer { $whom } wurde wiederhergestellt
event-user-password-refused = { $whom } hat ein falsches bisheriges Passwort angegeben
event-user-recovered = Der Benutzer { $whom } bekam zur Wiederherstellung ein neues Passwort
event-customer-created = Der Kunde { $whom } wurde angelegt
event-customer-updated = Der Kunde { $whom } wurde bearbeitet
event-customer-assigned = Der Kunde { $whom } wurde zugewiesen
event-customer-assigned-user = { $whom } wurden Kunden zugewiesen
event-customer-unassigned = Die Zuweisung des Kunden { $whom } wurde aufgehoben
event-customer-unassigned-user = { $whom } wurden Kunden entzogen
event-group-created = Die Gruppe { $whom } wurde angelegt
event-group-updated = Die Gruppe { $whom } wurde bearbeitet
event-group-deleted = Die Gruppe { $whom } wurde gelöscht
event-role-created = Die Rolle { $whom } wurde angelegt
event-role-updated = Die Rolle { $whom } wurde bearbeitet
event-role-deleted = Die Rolle { $whom } wurde gelöscht
event-unknown = { $action }: { $whom }

history-session-signed-in = { $who } hat sich angemeldet
history-session-signed-out = { $who } hat sich abgemeldet
history-session-ended = { $who } hat eine Sitzung dieses Benutzers beendet
history-session-ended-self = { $who } hat eine der eigenen Sitzungen beendet
history-session-all-ended = { $who } hat die Sitzungen dieses Benutzers beendet
history-session-all-ended-self = { $who } hat alle anderen eigenen Sitzungen beendet
history-session-refused = Eine Anmeldung wurde abgelehnt
history-session-delayed = Eine Anmeldung wurde abgelehnt, und weitere werden verzögert
history-user-created = { $who } hat diesen Benutzer angelegt
history-user-updated = { $who } hat diesen Benutzer bearbeitet
history-user-updated-self = { $who } hat das eigene Konto bearbeitet
history-user-activated = { $who } hat diesen Benutzer aktiviert
history-user-deactivated = { $who } hat diesen Benutzer deaktiviert
history-user-deactivated-self = { $who } hat das eigene Konto deaktiviert
history-user-deleted = { $who } hat diesen Benutzer gelöscht
history-user-deleted-self = { $who } hat das eigene Konto gelöscht
history-user-restored = { $who } hat diesen Benutzer wiederhergestellt
history-user-password-refused = { $who } hat ein falsches bisheriges Passwort angegeben
history-user-recovered = { $who } hat diesem Benutzer zur Wiederherstellung ein neues Passwort gegeben
history-customer-created = { $who } hat diesen Kunden angelegt
history-customer-updated = { $who } hat diesen Kunden bearbeitet
history-customer-assigned = { $who } hat diesen Kunden zugewiesen
history-customer-assigned-user = { $who } hat diesem Benutzer Kunden zugewiesen
history-customer-assigned-self = { $who } hat sich selbst Kunden zugewiesen
history-customer-unassigned = { $who } hat die Zuweisung dieses Kunden aufgehoben
history-customer-unassigned-user = { $who } hat diesem Benutzer Kunden entzogen
history-group-created = { $who } hat diese Gruppe angelegt
history-group-updated = { $who } hat diese Gruppe bearbeitet
history-group-deleted = { $who } hat diese Gruppe gelöscht
history-role-created = { $who } hat diese Rolle angelegt
history-role-updated = { $who } hat diese Rolle bearbeitet
history-role-deleted = { $who } hat diese Rolle gelöscht
history-unknown = { $who }: { $action }

actor-operator = Der Betrieb
actor-nobody = Jemand ohne Anmeldung

field-device = Gerät
field-failures = Fehlversuche mit diesem Konto
field-delayed-until = Anmeldungen mit diesem Konto verzögert bis
field-address-failures = Fehlversuche von dieser Adresse
field-address-delayed-until = Anmeldungen von dieser Adresse verzögert bis

change-before = vorher:
change-now = jetzt:
change-added = hinzugekommen:
change-taken = weggenommen:
change-nothing = nichts
change-password = geändert
change-password-first = gesetzt
changes-count = { $count ->
    [one] Ein Wert
   *[other] { $count } Werte
}
says-allow = Erlauben: { $scope }
says-deny = Verbieten: { $scope }

history-title = Verlauf
history-open = Im Protokoll öffnen
history-where = { $when }, von { $address }
history-empty = Noch ist nichts aufgezeichnet.
history-older = Ältere zeigen
history-older-shown = { $count ->
    [0] Es gibt nichts Älteres
    [one] Ein älteres Ereignis ist zu sehen
   *[other] { $count } ältere Ereignisse sind zu sehen
}
