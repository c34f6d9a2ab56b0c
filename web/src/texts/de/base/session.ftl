### An- und Abmelden.

sign-in = Anmelden
sign-out = Abmelden
sign-out-failed = Sie sind weiterhin angemeldet: Das Abmelden ist fehlgeschlagen.
sign-in-reason-signed-out = Sie haben sich abgemeldet.
sign-in-reason-timed-out = Ihre Sitzung ist beendet, weil eine Weile nichts geschehen ist. Bitte melden Sie sich erneut an.
sign-in-reason-self-deactivated = Sie haben sich selbst deaktiviert und sind abgemeldet. Die Administration kann Sie wieder aktivieren.
sign-in-reason-self-deleted = Sie haben sich selbst gelöscht und sind abgemeldet. Die Administration kann Sie wiederherstellen.
sign-in-cookie-refused = E-Mail und Passwort stimmen, aber dieser Browser behält sichere Cookies auf http://localhost nicht. Bitte verwenden Sie Chrome oder Firefox.

password-show = Anzeigen
password-hide = Verbergen
password-show-named = { $label } anzeigen
password-hide-named = { $label } verbergen
