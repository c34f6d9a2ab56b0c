### What has happened, in words: events with what they changed. The message of an action can have a special one for what
### it was done to (…-user, …-sign-in), and a history one for what somebody did to themself (…-self).

event-session-signed-in = { $whom } signed in
event-session-signed-out = { $whom } signed out
event-session-ended = A session of { $whom } was ended
event-session-all-ended = The sessions of { $whom } were ended
event-session-refused = A sign-in as { $whom } was refused
event-session-refused-sign-in = A sign-in without a matching account was refused
event-session-delayed = A sign-in as { $whom } was refused, and further ones are delayed
event-session-delayed-sign-in = A sign-in without a matching account was refused, and further ones are delayed
event-user-created = The user { $whom } was created
event-user-updated = The user { $whom } was edited
event-user-activated = The user { $whom } was activated
event-user-deactivated = The user { $whom } was deactivated
event-user-deleted = The user { $whom } was deleted
event-user-restored = The user { $whom } was restored
event-user-password-refused = { $whom } gave a wrong current password
event-user-recovered = The user { $whom } was given a new password for recovery
event-customer-created = The customer { $whom } was created
event-customer-updated = The customer { $whom } was edited
event-customer-assigned = The customer { $whom } was assigned
event-customer-assigned-user = Customers were assigned to { $whom }
event-customer-unassigned = The customer { $whom } was unassigned
event-customer-unassigned-user = Customers were taken from { $whom }
event-group-created = The group { $whom } was created
event-group-updated = The group { $whom } was edited
event-group-deleted = The group { $whom } was deleted
event-role-created = The role { $whom } was created
event-role-updated = The role { $whom } was edited
event-role-deleted = The role { $whom } was deleted
event-unknown = { $action }: { $whom }

history-session-signed-in = { $who } signed in
history-session-signed-out = { $who } signed out
history-session-ended = { $who } ended a session of this user
history-session-ended-self = { $who } ended one of their own sessions
history-session-all-ended = { $who } ended the sessions of this user
history-session-all-ended-self = { $who } ended all other sessions of their own
history-session-refused = A sign-in was refused
history-session-delayed = A sign-in was refused, and further ones are delayed
history-user-created = { $who } created this user
history-user-updated = { $who } edited this user
history-user-updated-self = { $who } edited their own account
history-user-activated = { $who } activated this user
history-user-deactivated = { $who } deactivated this user
history-user-deactivated-self = { $who } deactivated their own account
history-user-deleted = { $who } deleted this user
history-user-deleted-self = { $who } deleted their own account
history-user-restored = { $who } restored this user
history-user-password-refused = { $who } gave a wrong current password
history-user-recovered = { $who } gave this user a new password for recovery
history-customer-created = { $who } created this customer
history-customer-updated = { $who } edited this customer
history-customer-assigned = { $who } assigned this customer
history-customer-assigned-user = { $who } assigned customers to this user
history-customer-assigned-self = { $who } assigned customers to themself
history-customer-unassigned = { $who } unassigned this customer
history-customer-unassigned-user = { $who } took customers from this user
history-group-created = { $who } created this group
history-group-updated = { $who } edited this group
history-group-deleted = { $who } deleted this group
history-role-created = { $who } created this role
history-role-updated = { $who } edited this role
history-role-deleted = { $who } deleted this role
history-unknown = { $who }: { $action }

actor-operator = The operators
actor-nobody = Somebody not signed in

field-device = Device
field-failures = Failed attempts with this account
field-delayed-until = Sign-ins with this account delayed until
field-address-failures = Failed attempts from this address
field-address-delayed-until = Sign-ins from this address delayed until

change-before = before:
change-now = now:
change-added = added:
change-taken = taken away:
change-nothing = nothing
change-password = changed
change-password-first = set
changes-count = { $count ->
    [one] One value
   *[other] { $count } values
}
says-allow = Allow: { $scope }
says-deny = Deny: { $scope }

history-title = History
history-open = Open in Audit
history-where = { $when }, from { $address }
history-empty = Nothing has been recorded yet.
history-older = Show older
history-older-shown = { $count ->
    [0] There is nothing older
    [one] One older event is shown
   *[other] { $count } older events are shown
}
