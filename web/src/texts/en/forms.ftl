### Fields and what can be wrong with them. A field's own sentence (error-<field>-<code>) goes before the general one.

summary-title = There is a problem
error-prefix = Error:

error-required = Fill this in
error-email-required = Enter an e-mail
error-password-required = Enter a password
error-email-malformed = Enter an e-mail like name@example.com
error-malformed = This is not in the right form
error-wrong-type = This is not in the right form
error-null-refused = This cannot be empty
error-unknown-field = This is not known here
error-control-character = Leave out invisible control characters
error-too-short = Enter at least { $min } characters
error-too-long = Enter at most { $max } characters
error-unknown-value = Choose one of the given values
error-unknown-group = A group does not exist any more; choose again
error-too-few = { $min ->
    [one] Choose at least one
   *[other] Choose at least { $min }
}
error-too-many = Choose at most { $max }
error-duplicate = The same was given twice
error-password-too-weak = This password is easy to guess; choose a longer or less common one
error-password-context = Leave the names, the e-mail and the name of the product out of the password
error-email-taken = Another user has this e-mail
error-other = This is not possible (code { $code })

choices-filter = Filter the list
choices-shown = { $shown } shown, { $ticked } ticked

unsaved-title = Leave without saving?
unsaved-body = What you changed here has not been saved and would be lost.
unsaved-leave = Leave without saving
unsaved-stay = Keep editing
