### Die Warnung, bevor ein Benutzer gelöscht wird.

warning = Warnung
delete-whom = { $name } löschen?
delete-yourself = Sich selbst löschen?
consequences-title = Was geschehen wird
consequence-sessions = Alle Sitzungen enden sofort, und eine Anmeldung ist nicht mehr möglich.
consequence-own-sessions = Das sind Sie selbst: Sie werden sofort auf allen Geräten abgemeldet und können sich nicht mehr anmelden.
consequence-listed = Der Benutzer bleibt in der Liste, mit dem Status Gelöscht.
consequence-email = Die E-Mail { $email } bleibt vergeben: Kein anderer Benutzer kann sie haben.
consequence-customers = { $count ->
    [0] Es sind keine Kunden zugewiesen, also werden keine frei.
    [one] Der eine zugewiesene Kunde wird für andere frei.
   *[other] Die { $count } zugewiesenen Kunden werden für andere frei.
}
consequence-restore = Das Löschen lässt sich zurücknehmen: Wiederhergestellte Benutzer sind deaktiviert und haben wieder ihre Gruppen und die Kunden, die niemand übernommen hat.
delete-last-administrator = Das ist der einzige aktive Administrator, der nicht gelöscht werden kann. Machen Sie zuerst jemand anderen dazu.
delete-failed = { $name } wurde nicht gelöscht.
user-deleted = { $name } wurde gelöscht.
warning-changed = Inzwischen geändert
warning-changed-by = { $name } hat diesen Benutzer { $when } geändert. Nichts wurde gelöscht: Sehen Sie sich an, was jetzt gilt, und entscheiden Sie noch einmal.
warning-changed-by-operator = Der Betrieb hat diesen Benutzer { $when } geändert. Nichts wurde gelöscht: Sehen Sie sich an, was jetzt gilt, und entscheiden Sie noch einmal.
warning-renamed = Der Name war { $before } und ist jetzt { $now }.
already-deleted = { $name } wurde bereits { $when } gelöscht.
to-the-user = Zum Benutzer
