### Einem Benutzer Kunden zuweisen.

assign-customers-to-user = Benutzer Kunden zuweisen
assign-why = Der Benutzer kann Seiten des Shops als die hier zugewiesenen Kunden ansehen. Ein Kunde gehört zu höchstens einem Benutzer.
assign-deleted-title = Dieser Benutzer ist gelöscht
assign-deleted-body = Einem gelöschten Benutzer können keine Kunden zugewiesen werden. Stellen Sie den Benutzer zuerst wieder her; was Sie angekreuzt haben, bleibt angekreuzt.

list-of-customers = Kundenliste
select-customers = Kunden zum Zuweisen auswählen
to-be-assigned = Zuzuweisen ({ $count })
to-be-assigned-none = Kein Kunde ist zum Zuweisen angekreuzt
customers-search = Kunden suchen
customers-search-hint = Der Anfang eines Namens, einer E-Mail oder einer Referenz
customers-none-title = Noch keine Kunden
customers-none-body = Kunden kommen aus dem Shop. Sobald sie importiert sind, erscheinen sie hier.

assigned-customers = Zugewiesene Kunden
to-be-unassigned = Aufzuheben ({ $count })
to-be-unassigned-none = Bei keinem Kunden ist das Kreuz entfernt
assigned-search = Zugewiesene Kunden suchen
assigned-none-title = Keine Kunden zugewiesen
assigned-none-body = Kreuzen Sie oben in der Liste Kunden an und speichern Sie.

customer-history = Verlauf von { $name }

column-tick = Zugewiesen
column-reference = Referenz
column-gender = Geschlecht
column-owner = Zugewiesen an
gender-female = Weiblich
gender-male = Männlich
gender-diverse = Divers
gender-none = Nicht angegeben
owner-none = Niemandem zugewiesen
owner-this-user = Diesen Benutzer
owner-deleted = { $name } (gelöscht; kann übernommen werden)
copy-reference = Referenz von { $name } kopieren
assign-named = { $name } zuweisen
tick-page = Alle auf dieser Seite ankreuzen ({ $count })
untick-page = Alle Kreuze auf dieser Seite entfernen ({ $count })
pager-of = Seiten: { $list }

save = Speichern
to-save = { $assign } zuzuweisen, { $unassign } aufzuheben
to-save-nothing = Noch nichts zu speichern
saving = Wird gespeichert: { $settled } von { $total }
saving-progress = Gespeicherte Kunden
saving-waits = Unterbrochen nach { $settled } von { $total }
saving-stop = Speichern beenden
saving-interrupted = Das Speichern der Kunden von { $name } wurde unterbrochen.

assignments-saved = Die Kunden von { $name } wurden gespeichert: { $assigned } zugewiesen, { $unassigned } aufgehoben.
assignments-saved-partly = Die Kunden von { $name } wurden teilweise gespeichert: { $assigned } zugewiesen, { $unassigned } aufgehoben, { $undone } nicht gespeichert.
report-done = { $count ->
    [one] Den gespeicherten Kunden zeigen
   *[other] Die { $count } gespeicherten Kunden zeigen
}
report-failed = { $count ->
    [one] Den nicht gespeicherten, noch angekreuzten Kunden zeigen
   *[other] Die { $count } nicht gespeicherten, noch angekreuzten Kunden zeigen
}
report-assigned = { $name } wurde zugewiesen.
report-unassigned = Die Zuweisung von { $name } wurde aufgehoben.
report-taken = { $name } gehört jetzt zu { $owner } und blieb dort.
report-gone = { $name } gibt es nicht mehr.
