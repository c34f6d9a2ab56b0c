### My account.

account-names = Names and language
account-language-hint = The language in which this page speaks to you, in every browser. It holds as soon as it is saved.
account-updated = Your account was updated.
account-unchanged = Nothing was changed, so there was nothing to save.
account-facts = Sign-in and groups
account-facts-hint = You sign in with this e-mail, and your groups say what you may do. An administrator can change both.
theme-hint = It belongs to this browser and holds at once.
account-password = Password
account-password-ends = A new password ends all your other sessions at once. This one goes on.
field-current-password = Current password
current-password-hint = The password you signed in with. It shows that it is you.
field-new-password = New password
field-repeat-new = Repeat new password
account-change-password = Change password
password-changed = Your new password is saved. All your other sessions have ended.

error-current-password-required = Enter your current password
error-current-password-wrong-password = This is not your current password
error-new-password-required = Enter a new password
error-new-password-too-short = The new password is too short: at least { $min } characters
error-new-password-too-long = The new password is too long: at most { $max } characters
problem-too-many-passwords = The current password was wrong too often.
