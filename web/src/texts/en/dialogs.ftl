### The dialogs that may stand over any view: the end of a session, the shortcuts.

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

shortcuts-on = Keyboard shortcuts are on
shortcut-help = Show this list
