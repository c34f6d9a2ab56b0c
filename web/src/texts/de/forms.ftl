### Felder und was an ihnen falsch sein kann. Der eigene Satz eines Feldes (error-<feld>-<code>) geht dem allgemeinen vor.

summary-title = Es gibt ein Problem
error-prefix = Fehler:

error-required = Füllen Sie dieses Feld aus
error-email-required = Geben Sie eine E-Mail ein
error-password-required = Geben Sie ein Passwort ein
error-email-malformed = Geben Sie eine E-Mail wie name@example.com ein
error-malformed = Das hat nicht die richtige Form
error-wrong-type = Das hat nicht die richtige Form
error-null-refused = Das darf nicht leer sein
error-unknown-field = Das ist hier nicht bekannt
error-control-character = Lassen Sie unsichtbare Steuerzeichen weg
error-too-short = Geben Sie mindestens { $min } Zeichen ein
error-too-long = Geben Sie höchstens { $max } Zeichen ein
error-unknown-value = Wählen Sie einen der angebotenen Werte
error-unknown-group = Eine Gruppe gibt es nicht mehr; wählen Sie erneut
error-too-few = { $min ->
    [one] Wählen Sie mindestens eines
   *[other] Wählen Sie mindestens { $min }
}
error-too-many = Wählen Sie höchstens { $max }
error-duplicate = Dasselbe wurde zweimal angegeben
error-password-too-weak = Dieses Passwort ist leicht zu erraten; wählen Sie ein längeres oder selteneres
error-password-context = Lassen Sie Namen, E-Mail und den Namen des Produkts im Passwort weg
error-email-taken = Ein anderer Benutzer hat diese E-Mail
error-other = Das ist nicht möglich (Code { $code })

choices-filter = Liste filtern
choices-shown = { $shown } angezeigt, { $ticked } angekreuzt

unsaved-title = Ohne Speichern verlassen?
unsaved-body = Was Sie hier geändert haben, ist nicht gespeichert und ginge verloren.
unsaved-leave = Ohne Speichern verlassen
unsaved-stay = Weiter bearbeiten
