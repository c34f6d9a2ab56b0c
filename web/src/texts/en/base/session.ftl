### Signing in and out, and the end of a session.

sign-in = Sign in
sign-out = Sign out
sign-out-failed = You are still signed in: signing out failed.
sign-in-reason-signed-out = You have signed out.
sign-in-reason-timed-out = Your session has ended because nothing happened for a while. Please sign in again.
sign-in-reason-self-deactivated = You have deactivated yourself and are signed out. An administrator can activate you again.
sign-in-reason-self-deleted = You have deleted yourself and are signed out. An administrator can restore you.
sign-in-reason-self-password-changed = Your new password is saved. Every session of yours has ended; sign in with the new password.
sign-in-cookie-refused = E-mail and password are right, but this browser does not keep secure cookies on http://localhost. Please use Chrome or Firefox.

password-show = Show
password-hide = Hide
password-show-named = Show { $label }
password-hide-named = Hide { $label }

sign-in-again-title = Please sign in again
sign-in-again-why = Your session has ended. What you typed is still here and goes on once you have signed in.
sign-in-as-somebody-else = Sign in as somebody else

ends-soon-title = You will be signed out soon
ends-in-minutes = Nothing has happened for a while. { $minutes ->
    [one] In one minute you will be signed out.
   *[other] In { $minutes } minutes you will be signed out.
}
ends-in-seconds = Nothing has happened for a while. { $seconds ->
    [one] In one second you will be signed out.
   *[other] In { $seconds } seconds you will be signed out.
}
ends-at-last = The session has reached its greatest length and ends at { $time }. Save what you are working on.
stay-signed-in = Stay signed in
stay-failed = The session could not be extended.
