### The Users section.

users-list = Users List
add-new-user = Add New User
users-search = Search
users-search-hint = The beginning of a name or an e-mail
filter-group = Group
sort-lastName = Last name
sort-firstName = First name
sort-email = E-mail
sort-lastSignInAt = Last sign-in
sort-createdAt = Created

column-name = Name
column-email = E-mail
column-status = Status
column-groups = Groups
column-agent = Agent
column-customers = Customers
column-last-sign-in = Last sign-in
column-action = Action
copy-email = Copy the e-mail of { $name }

status-active = Active
status-deactivated = Deactivated
status-deleted = Deleted

edit = Edit
edit-named = Edit { $name }
more-actions = More actions for { $name }
assign-customers = Assign Customers
activate = Activate
deactivate = Deactivate
restore = Restore
delete = Delete
assign-not-deleted = Restore this user first
last-administrator = The last administrator must stay
action-running = Just being changed

activated = { $name } was activated.
activate-failed = { $name } was not activated.
activate-undone = { $name } is deactivated again.
deactivated = { $name } was deactivated and is signed out everywhere.
deactivate-failed = { $name } was not deactivated.
deactivate-undone = { $name } is active again. Sessions that were ended stay ended.
deactivate-self-title = Deactivate yourself?
deactivate-self-body = You will be signed out at once, on every device, and cannot sign in again until somebody else activates you.
deactivate-self-confirm = Deactivate yourself
deactivate-self-failed = You were not deactivated.
restored = { $name } was restored as deactivated, { $customers ->
    [0] without customers
    [one] with one customer
   *[other] with { $customers } customers
}.
restore-failed = { $name } was not restored.
restored-without-customers = { $count ->
    [one] This customer belongs to somebody else by now: { $customers }
   *[other] These customers belong to others by now: { $customers }
}
restored-without-groups = { $count ->
    [one] The group { $groups } does not exist any more.
   *[other] The groups { $groups } do not exist any more.
}

problem-user-holds-more = This user may do more than you may.
