### Die Mitglieder einer Gruppe.

members = Mitglieder
no-members = Niemand gehört zu dieser Gruppe.
members-pager = Seiten der Mitglieder
column-pick = Auswählen
pick-named = { $name } auswählen
picked = { $count ->
    [one] 1 ausgewählt
   *[other] { $count } ausgewählt
}
pick-first = Um Personen zu verschieben oder herauszunehmen, wählen Sie zuerst Mitglieder aus.
move-to = Andere Gruppe
choose-group = Gruppe wählen
choose-group-first = Um Personen zu verschieben, wählen Sie zuerst die andere Gruppe.
move-picked = Ausgewählte verschieben
move-all = Alle verschieben
remove-picked = Ausgewählte herausnehmen
members-progress = { $done } von { $of } …
members-added = { $count ->
    [one] Ein Benutzer wurde hinzugefügt.
   *[other] { $count } Benutzer wurden hinzugefügt.
}
members-moved = { $count ->
    [one] Ein Mitglied wurde verschoben.
   *[other] { $count } Mitglieder wurden verschoben.
}
members-removed = { $count ->
    [one] Ein Mitglied wurde herausgenommen.
   *[other] { $count } Mitglieder wurden herausgenommen.
}
members-stayed = { $count ->
    [one] Ein Mitglied ist geblieben; { $done } sind gegangen.
   *[other] { $count } Mitglieder sind geblieben; { $done } sind gegangen.
}
members-failed = Niemand wurde verschoben.
add-member = Mitglied hinzufügen
add-member-found = Benutzer, die hinzugefügt werden können
add-named = { $name } hinzufügen
add = Hinzufügen
nobody-to-add = Niemand sonst passt dazu.

problem-last-group = Das ist die einzige Gruppe; verschieben Sie stattdessen in eine andere.
problem-too-many-groups-of-user = Das sind so viele Gruppen, wie jemand haben kann.
