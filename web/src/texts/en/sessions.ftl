### Where somebody is signed in.

sessions-title = Signed in
sessions-hint = The browsers in which this user is signed in. When one was last used is known to within five minutes.
sessions-hint-own = The browsers in which you are signed in. End what you do not know, then change your password. When one was last used is known to within five minutes.
sessions-none = Not signed in anywhere.
sessions-show-all = Show all { $count }
session-device = { $browser } on { $system }
session-device-unknown = A browser that does not say which
session-this = this session
session-this-hint = To end this one, sign out in your menu.
session-address = Address
session-address-unknown = not noted
session-since = Signed in
session-seen = Last used
session-end = End
session-end-named = End the session: { $device }, { $address }
session-ended = The session has ended: { $device }
session-end-failed = The session was not ended.
sessions-end-others = End all other sessions
sessions-end-all = End all sessions
sessions-end-failed = The sessions were not ended.
sessions-ended-own = All your other sessions have ended. This one goes on.
sessions-ended = All sessions of { $name } have ended.
sessions-ask-own = End all other sessions?
sessions-ask-own-body = Every other browser in which you are signed in is signed out at once. What is not saved there may be lost. This one stays signed in.
sessions-ask = End all sessions of { $name }?
sessions-ask-body = { $name } is signed out at once, in every browser, and can sign in again. What is not saved there may be lost.
