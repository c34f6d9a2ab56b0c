### Groups and roles.

groups = Groups
roles = Roles
add-group = Add Group
edit-group = Edit Group
view-group = Group
add-role = Add Role
edit-role = Edit Role
view-role = Role
copy-role = Copy
copy-of = Copy of { $name }
copy-is-less = This role allows or denies what you do not hold. That was left out of the copy.
built-in = built in
rights-search = Search
rights-search-hint = Part of a name or of a description
show = Show
show-named = Show { $name }

column-description = Description
column-roles = Roles
column-permissions = Permissions
column-members = Members
column-carried-by = Groups
permissions-count = { $denied ->
    [0] { $allowed } allowed
   *[other] { $allowed } allowed, { $denied } denied
}
members-of = Members of { $name }: { $count }

field-name = Name
field-description = Description
field-roles = Roles
field-rules = Rules
group-name-hint = At most 50 characters; no other group is called so.
role-name-hint = At most 50 characters; no other role is called so.
description-hint = What it is for, so that others know. At most 200 characters.
roles-hint = Members may do what any of these roles allows and none denies.
rules-hint = A denial beats whatever allows, across all groups and roles of a user.
no-roles = None

area-users = Users
area-customers = Customers
area-groups = Groups
area-roles = Roles
area-sessions = Sessions
area-audit = Audit
rule-everything = Everything, what later versions bring included
rule-area = Everything about { $area }
rule-nothing = Not mentioned
rule-allow = Allow
rule-deny = Deny
rule-not-held = You do not hold it yourself, so you can neither give nor deny it.
rule-later-not-held = You hold what there is now, not what later versions bring, so you can neither give nor deny all of it.
role-beyond = Members of groups that carry this role may do more than you may, so its rules stay as they are: { $groups }
group-beyond = Members of the group may do more than you may, so its roles stay as they are.
more-than-held = It allows or denies what you do not hold.

effect-title = What it comes to
effect-allows = Allowed
effect-allows-nothing = Nothing is allowed.
effect-denies = Denied
effect-denies-nothing = Nothing is denied.

rights-changed = Changed meanwhile
rights-changed-by = { $name } saved other values { $when }. Nothing of yours was saved.
rights-changed-by-operator = The operators saved other values { $when }. Nothing of yours was saved.
rights-changed-hint = What you left alone is as they saved it; what you typed is still there. Saving replaces theirs by it.
rights-changed-take = Take what they saved

role-created = The role { $name } was created.
role-updated = The role { $name } was updated. It holds at once for everybody concerned.
role-deleted = The role { $name } was deleted.
role-built-in = This role is built in and stays as it is
role-carried = Groups carry this role; take it from them first
role-carried-by = Groups carry this role: { $groups }. Take it from them first.
group-created = The group { $name } was created.
group-updated = The group { $name } was updated. It holds at once for its members.
group-deleted = The group { $name } was deleted.
group-built-in = This group is built in and stays as it is
group-has-members = Move its members to another group first
group-not-empty = { $count ->
    [one] One member is left.
   *[other] { $count } members are left.
}
move-members = Move them to another group first

consequence-role-gone = The role is gone. No group carries it, so nobody loses or gains a permission.
consequence-group-gone = The group is gone. It has no members, so nobody loses or gains a permission.
consequence-group-restored = Deleted users who belonged to it are restored without it.
consequence-no-way-back = This cannot be taken back.

problem-built-in = It is built in and stays as it is.
problem-name-taken = Another one is called so.
problem-group-not-empty = The group has members. Move them to another group first.
problem-role-in-use = Groups carry the role. Take it from them first.
problem-too-many-groups = There is no room for another group. Delete one that nobody needs.
problem-too-many-roles = There is no room for another role. Delete one that nobody needs.

error-name-required = Enter a name
error-name-name-taken = Another one is called so; choose another name
error-name-too-long = The name is too long: at most { $max } characters
error-name-control-character = Leave invisible control characters out of the name
error-description-too-long = The description is too long: at most { $max } characters
error-description-control-character = Leave invisible control characters out of the description
error-roles-unknown-role = A role does not exist any more; choose again
error-roles-too-many = Choose at most { $max } roles
error-rules-too-many = At most { $max } rules; use those for whole areas
