### The frame of the page: header, message strip, shortcuts.

product = Backoffice
title-error = Error:
skip-to-content = Skip to content
navigation = Main navigation
navigation-users = Users
navigation-groups = Groups
navigation-roles = Roles
navigation-audit = Audit

person-menu = Your menu, { $name }
language-en = English
language-de = Deutsch

shortcuts-title = Keyboard shortcuts
shortcut-search = Go to the search
shortcut-create = Create

notice-success = Done:
notice-info = Note:
notice-error = Error:
notice-close = Close this message
undo = Undo
undo-failed = Undoing the change of { $name } failed.

close = Close
back = Back
retry = Try again
yes = Yes
no = No
you = You
never = Never
copied = Copied
copy-refused = The browser did not allow copying.
copy-request-id = Copy the request id
request-id = Request id: { $value }

loading = Loading …
loading-slow = This takes longer than usual. Still waiting for an answer …
load-failed = This could not be loaded.

not-found-title = Page not found
not-found-body = There is nothing at this address. It may have been mistyped, or what was here is gone.
to-users-list = Go to the Users List

field-email = E-mail
field-password = Password
field-groups = Assigned groups
field-language = Interface language
