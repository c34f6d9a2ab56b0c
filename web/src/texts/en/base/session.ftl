### Signing in and out.

sign-in = Sign in
sign-out = Sign out
sign-out-failed = You are still signed in: signing out failed.
sign-in-reason-signed-out = You have signed out.
sign-in-reason-timed-out = Your session has ended because nothing happened for a while. Please sign in again.
sign-in-reason-self-deactivated = You have deactivated yourself and are signed out. An administrator can activate you again.
sign-in-reason-self-deleted = You have deleted yourself and are signed out. An administrator can restore you.
sign-in-cookie-refused = E-mail and password are right, but this browser does not keep secure cookies on http://localhost. Please use Chrome or Firefox.

password-show = Show
password-hide = Hide
password-show-named = Show { $label }
password-hide-named = Hide { $label }
