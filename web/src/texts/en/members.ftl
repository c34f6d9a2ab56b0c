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
move-to-not-held = You can move nobody into a group that gives permissions that you do not hold: { $rest ->
    [0] { $names }
   *[other] { $names } and { $rest } more
}
move-picked = Move those picked
move-all = Move all
remove-picked = Take those picked out
only-group = Who belongs to no other group can be moved, not taken out: { $rest ->
    [0] { $names }
   *[other] { $names } and { $rest } more
}
members-hold-more = The members may do more than you may, so you can neither move them nor take them out.
administrator-stays = Not all can go: one active administrator at least has to stay.
picked-yourself = You are among those picked: what you may do changes at once.
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
members-not-added = { $count ->
    [one] One user was not added. Added: { $done }.
   *[other] { $count } users were not added. Added: { $done }.
}
members-stayed = { $count ->
    [one] One member stayed; { $done } went.
   *[other] { $count } members stayed; { $done } went.
}
members-failed = Nobody was moved.
add-member = Add members
add-member-found = Users who can be added
add-named = Add { $name }
add = Add
add-picked = { $count ->
    [one] Add one person
   *[other] Add { $count } people
}
nobody-to-add = Nobody else matches.
add-members-not-held = The group gives permissions that you do not hold, so you can add nobody.

problem-last-group = This is their only group; move them to another one instead.
problem-too-many-groups-of-user = They are in as many groups as one may be.
