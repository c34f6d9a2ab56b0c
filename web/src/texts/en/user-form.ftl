### The fields of a user, when adding and when editing.

field-repeat = Repeat Password
field-first-name = First Name
field-last-name = Last Name
field-agent = Agent
create = Create
create-another = Create and add another

email-hint = They sign in with it. No two users have the same, deleted users included.
password-hint = At least { $min } characters; several words make a good one. Spaces count.
password-hint-edit = Leave it empty to keep the password. A new one has at least { $min } characters and ends all sessions of this user.
password-own = Change your own password in My account
repeat-hint = The same password once more, so that no slip goes unnoticed.
first-name-hint = At most 100 characters.
last-name-hint = At most 100 characters. Lists are ordered by it.
groups-hint = What users may do comes from their groups: one at least, ten at most.
agent-hint = Agents may assist customers in the storefront.
language-hint = The language in which this page speaks to them.

groups-not-readable = Your groups do not allow you to see and change groups.
group-gone = A group that does not exist any more
group-gives-not-held = Gives permissions that you do not hold.
group-denies-not-held = Leaving it would give permissions that you do not hold.
last-administrator-group = Nobody else is an active administrator, so this group has to stay.
own-groups-changed = These are your own groups: what you may do changes as soon as you save.

error-own-password = Change your own password in My account
error-repeat-differs = The two passwords are not the same
error-email-too-long = The e-mail is too long: at most { $max } characters
error-password-too-short = The password is too short: at least { $min } characters
error-password-too-long = The password is too long: at most { $max } characters
error-first-name-required = Enter a first name
error-first-name-too-long = The first name is too long: at most { $max } characters
error-first-name-control-character = Leave invisible control characters out of the first name
error-last-name-required = Enter a last name
error-last-name-too-long = The last name is too long: at most { $max } characters
error-last-name-control-character = Leave invisible control characters out of the last name
error-groups-too-few = Choose at least one group
error-groups-too-many = Choose at most { $max } groups
error-groups-required = Choose at least one group
error-groups-last-administrator = At least one active administrator must remain. Make somebody else an administrator first

email-holder-active = It belongs to { $name }.
email-holder-deactivated = It belongs to { $name }, who is deactivated.
email-holder-deleted = It belongs to { $name }, who is deleted. A deleted user keeps the e-mail and can be restored.
email-holder-unnamed = another user
restore-named = Restore { $name }

user-created = { $name } was created.
user-updated = { $name } was updated.
user-updated-password = { $name } was updated. The new password has ended all their sessions.
user-unchanged = Nothing about { $name } was changed, so there was nothing to save.

problem-permissions-not-held = You can give only what you may do yourself.
