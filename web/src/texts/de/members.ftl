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
move-to-not-held = In eine Gruppe, die Rechte gibt, die Sie nicht haben, können Sie niemanden verschieben: { $rest ->
    [0] { $names }
   *[other] { $names } und { $rest } weitere
}
move-picked = Ausgewählte verschieben
move-all = Alle verschieben
remove-picked = Ausgewählte herausnehmen
only-group = Wer zu keiner anderen Gruppe gehört, kann verschoben, aber nicht herausgenommen werden: { $rest ->
    [0] { $names }
   *[other] { $names } und { $rest } weitere
}
members-hold-more = Die Mitglieder dürfen mehr als Sie, deshalb können Sie sie weder verschieben noch herausnehmen.
administrator-stays = Alle können nicht gehen: Mindestens ein aktiver Administrator muss bleiben.
picked-yourself = Sie sind selbst unter den Ausgewählten: Was Sie dürfen, ändert sich sofort.
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
members-not-added = { $count ->
    [one] Ein Benutzer wurde nicht hinzugefügt. Hinzugefügt: { $done }.
   *[other] { $count } Benutzer wurden nicht hinzugefügt. Hinzugefügt: { $done }.
}
members-stayed = { $count ->
    [one] Ein Mitglied ist geblieben; { $done } sind gegangen.
   *[other] { $count } Mitglieder sind geblieben; { $done } sind gegangen.
}
members-failed = Niemand wurde verschoben.
add-member = Mitglieder hinzufügen
add-member-found = Benutzer, die hinzugefügt werden können
add-named = { $name } hinzufügen
add = Hinzufügen
add-picked = { $count ->
    [one] Eine Person hinzufügen
   *[other] { $count } Personen hinzufügen
}
nobody-to-add = Niemand sonst passt dazu.
add-members-not-held = Die Gruppe gibt Rechte, die Sie nicht haben, deshalb können Sie niemanden hinzufügen.

problem-last-group = Das ist die einzige Gruppe; verschieben Sie stattdessen in eine andere.
problem-too-many-groups-of-user = Das sind so viele Gruppen, wie jemand haben kann.
