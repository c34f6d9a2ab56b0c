### What every list says.

total = { $count }
total-about = about { $count }
total-shown = { $count } shown
found = { $count ->
    [0] Nothing found
    [one] One found
   *[other] { $count } found
}
found-about = About { $count } found
reading-on = { $count ->
    [0] Nothing found yet; searching on …
    [one] One found so far; searching on …
   *[other] { $count } found so far; searching on …
}
reading-stop = Stop
empty-title = Nothing here yet
empty-body = What is created appears here.
no-match-title = No match
no-match-body = Nothing matches the search and the filters.
clear-filters = Clear filters
filter-all = All

sort-by = Sort by
sort-asc = { $column } ↑
sort-desc = { $column } ↓
sort-not-now = A search orders by what matched
columns = Columns
columns-shown = Shown columns

pager = Pages
pager-first = First
pager-previous = Previous
pager-next = Next
pager-page = Page { $page }
