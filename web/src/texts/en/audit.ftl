### Audit: who did what, everywhere.

audit-none-title = Nothing has been recorded yet
audit-none-body = What people do here is recorded and appears here.
column-when = When
column-who = Who
column-what = What
column-changes = Changes
column-address = From where

actors-all = Anybody
actors-me = Myself
actors-one = One person
actors-operator = The operators
actors-nobody = Not signed in

action-all = Everything
kind-user = Users
kind-customer = Customers
kind-group = Groups
kind-role = Roles
kind-session = Sign-ins
kind-all-user = Everything about users
kind-all-customer = Everything about customers
kind-all-group = Everything about groups
kind-all-role = Everything about roles
kind-all-session = Everything about sign-ins
action-session-signed-in = Signed in
action-session-signed-out = Signed out
action-session-ended = Session ended
action-session-all-ended = All sessions ended
action-session-refused = Sign-in refused
action-session-delayed = Sign-ins delayed
action-user-created = User created
action-user-updated = User edited
action-user-activated = User activated
action-user-deactivated = User deactivated
action-user-deleted = User deleted
action-user-restored = User restored
action-user-password-refused = Current password wrong
action-user-recovered = User recovered
action-customer-created = Customer created
action-customer-updated = Customer edited
action-customer-assigned = Customer assigned
action-customer-unassigned = Customer unassigned
action-group-created = Group created
action-group-updated = Group edited
action-group-deleted = Group deleted
action-role-created = Role created
action-role-updated = Role edited
action-role-deleted = Role deleted

period-any = Any time
period-today = Today
period-week = Last 7 days
period-month = Last 30 days
period-custom = Days of my choice
period-from = First day
period-until = Last day

only-actor = Only what { $name } did
only-target = Only about { $name }
filters-chosen = Chosen in the list
filter-remove = { $filter }: remove this filter

event-details = Details
event-time = Time
event-action = Action
event-id = Event id
event-request = Request id
copy-event-id = Copy the event id

export-csv = Export as CSV
export-reading = { $count ->
    [one] One event read
   *[other] { $count } events read
}
export-cancel = Cancel the export
export-cancelled = The export was cancelled.
export-done = { $count ->
    [one] One event was exported to { $file }.
   *[other] { $count } events were exported to { $file }.
}
export-failed = { $count ->
    [0] The export failed before anything was read.
    [one] The export was interrupted after one event. Trying again goes on from there.
   *[other] The export was interrupted after { $count } events. Trying again goes on from there.
}
