### The members of a group.

members = Members
no-members = Nobody belongs to this group.
members-pager = Pages of members
column-pick = Pick
pick-named = Pick { $name }
picked = { $count ->
    [one] 1 picked
   *[other] { $count } picked
}
pick-first = To move or take out people, pick members first.
move-to = Other group
choose-group = Choose a group
choose-group-first = To move people, choose the other group first.
move-picked = Move those picked
move-all = Move all
remove-picked = Take those picked out
members-progress = { $done } of { $of } …
members-added = { $count ->
    [one] One user was added.
   *[other] { $count } users were added.
}
members-moved = { $count ->
    [one] One member was moved.
   *[other] { $count } members were moved.
}
members-removed = { $count ->
    [one] One member was taken out.
   *[other] { $count } members were taken out.
}
members-stayed = { $count ->
    [one] One member stayed; { $done } went.
   *[other] { $count } members stayed; { $done } went.
}
members-failed = Nobody was moved.
add-member = Add a member
add-member-found = Users who can be added
add-named = Add { $name }
add = Add
nobody-to-add = Nobody else matches.

problem-last-group = This is their only group; move them to another one instead.
problem-too-many-groups-of-user = They are in as many groups as one may be.
