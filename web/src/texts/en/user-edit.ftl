### Edit User.

edit-user = Edit User
view-user = User
add-user = Add User
update = Update
none = None
user-held-back = So you cannot change anything about them; somebody who may do as much can.

side-title = Status and customers
last-changed = Last changed
changed-by = { $when } by { $name }
changed-by-you = { $when } by you
changed-by-operator = { $when } by the operators

deleted-title = This user is deleted
deleted-by = Deleted { $when } by { $name }.
deleted-by-you = Deleted { $when } by you.
deleted-by-operator = Deleted { $when } by the operators.
deleted-read-only = Nothing can be changed until the user is restored, as deactivated.
deleted-ask = Somebody who may change the status can restore the user.
deleted-typed = What you were changing is not saved. It is kept here, and you can go on once the user is restored:
deleted-password = A new password

clash-title = Changed while you were editing
clash-by = { $name } saved a change { $when }.
clash-by-you = You saved a change { $when }, in another window or by an attempt whose answer got lost.
clash-by-operator = The operators saved a change { $when }.
clash-kept = Nothing of yours is saved yet, and nothing is lost.
clash-status = The status was { $before } and is now { $now }.
clash-choose = Choose for each field what it should be, then press Update.
clash-no-field = No field in this form is affected. Look at the status, then press Update to save what you changed.
clash-undecided = { $count ->
    [one] One field is not decided yet. Keep yours or take theirs.
   *[other] { $count } fields are not decided yet. Keep yours or take theirs.
}
keep-mine = Keep mine
keep-former = As it was
take-theirs = Take theirs
