### Why a request was refused, by the problem's code.

problem-unknown = Something went wrong (code { $code }, status { $status }).
problem-retry-after = Try again in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}.
problem-retry-after-minutes = Try again in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.

problem-offline = There is no connection to the server. Check your network and try again.
problem-timed-out = The server did not answer in time. Try again.
problem-unreadable-answer = The server gave an answer that this page does not understand. Load the page again.
problem-page-failed = The page itself has failed. Load it again.
problem-page-outdated = A part of the page could not be loaded. Perhaps there is a new version.

problem-not-found = It does not exist, or not any more.
problem-method-not-allowed = The server does not do this.
problem-payload-too-large = This is more than the server takes at once.
problem-too-many-requests = There were too many requests.
problem-service-unavailable = The service cannot be reached at the moment. Try again in a moment.
problem-cross-site-request = The server took the request for one from another site. Load the page again.
problem-session-required = You are not signed in any more.
problem-sign-in-failed = E-mail or password is wrong, or the account cannot sign in. After several failed attempts signing in is delayed for up to 15 minutes.
problem-too-many-sign-ins = Too many sign-ins from your network have failed.
problem-permission-denied = Your groups do not allow this.
problem-unsupported-media-type = The server does not understand this kind of content.
problem-precondition-required = The request did not say which version it changes. Load the page again.
problem-malformed-body = The server could not read what was sent. Load the page again.
problem-malformed-query = The address asks for something that the server does not know.
problem-cursor-refused = This place in the list is not known any more. Go to the first page.
problem-malformed-idempotency-key = The server could not read what was sent. Load the page again.
problem-idempotency-key-reused = This was sent before with other content. Load the page again.
problem-validation-failed = Some of what you entered is not possible.
problem-stale-version = Somebody else has changed it in the meantime, and nothing of yours was saved. You now see the current state; look at it and try again.
problem-user-deleted = This user has been deleted. Only restoring is possible.
problem-user-not-deleted = This user is not deleted.
problem-email-taken = Another user has this e-mail.
problem-last-administrator = At least one active administrator must remain. Make somebody else an administrator first.
problem-customer-already-assigned = A customer has been assigned to somebody else in the meantime.
problem-store-unavailable = The data cannot be reached at the moment. Try again in a moment.
problem-write-conflict = Others were changing the same at the same time. Try again.
problem-internal-error = The server has failed. If it goes on, pass on the request id.
