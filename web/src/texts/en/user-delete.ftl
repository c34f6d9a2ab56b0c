### The Warning before a user is deleted.

warning = Warning
delete-whom = Delete { $name }?
delete-yourself = Delete yourself?
consequences-title = What will happen
consequence-sessions = All their sessions end at once, and they cannot sign in any more.
consequence-own-sessions = This is you: you are signed out at once, on every device, and cannot sign in any more.
consequence-listed = The user stays in the list, with the status Deleted.
consequence-email = The e-mail { $email } stays reserved: no other user can have it.
consequence-customers = { $count ->
    [0] No customers are assigned, so none become available.
    [one] The one assigned customer becomes available to others.
   *[other] The { $count } assigned customers become available to others.
}
consequence-restore = Deleting can be taken back: restored users come back deactivated, with their groups and with the customers nobody has taken.
delete-last-administrator = This is the only active administrator, who cannot be deleted. Make somebody else an administrator first.
delete-failed = { $name } was not deleted.
user-deleted = { $name } was deleted.
warning-changed = Changed meanwhile
warning-changed-by = { $name } changed this user { $when }. Nothing was deleted: look at what holds now, then decide again.
warning-changed-by-operator = The operators changed this user { $when }. Nothing was deleted: look at what holds now, then decide again.
warning-renamed = The name was { $before } and is now { $now }.
already-deleted = { $name } was already deleted { $when }.
to-the-user = Go to the user
