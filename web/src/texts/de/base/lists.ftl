### Was jede Liste sagt.

total = { $count }
total-about = etwa { $count }
total-shown = { $count } angezeigt
found = { $count ->
    [0] Nichts gefunden
    [one] Ein Treffer
   *[other] { $count } Treffer
}
found-about = Etwa { $count } Treffer
reading-on = { $count ->
    [0] Noch nichts gefunden; es wird weitergesucht …
    [one] Bisher ein Treffer; es wird weitergesucht …
   *[other] Bisher { $count } Treffer; es wird weitergesucht …
}
reading-stop = Anhalten
empty-title = Hier ist noch nichts
empty-body = Was angelegt wird, erscheint hier.
no-match-title = Kein Treffer
no-match-body = Nichts passt zur Suche und zu den Filtern.
clear-filters = Filter aufheben
filter-all = Alle

sort-by = Sortieren nach
sort-asc = { $column } ↑
sort-desc = { $column } ↓
sort-not-now = Eine Suche ordnet nach dem, was gepasst hat
columns = Spalten
columns-shown = Gezeigte Spalten

pager = Seiten
pager-first = Erste
pager-previous = Vorige
pager-next = Nächste
pager-page = Seite { $page }
