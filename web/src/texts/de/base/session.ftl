### An- und Abmelden und das Ende einer Sitzung.

sign-in = Anmelden
sign-out = Abmelden
sign-out-failed = Sie sind weiterhin angemeldet: Das Abmelden ist fehlgeschlagen.
sign-in-reason-signed-out = Sie haben sich abgemeldet.
sign-in-reason-timed-out = Ihre Sitzung ist beendet, weil eine Weile nichts geschehen ist. Bitte melden Sie sich erneut an.
sign-in-reason-self-deactivated = Sie haben sich selbst deaktiviert und sind abgemeldet. Die Administration kann Sie wieder aktivieren.
sign-in-reason-self-deleted = Sie haben sich selbst gelöscht und sind abgemeldet. Die Administration kann Sie wiederherstellen.
sign-in-reason-self-password-changed = Ihr neues Passwort ist gespeichert. Alle Ihre Sitzungen sind beendet; melden Sie sich mit dem neuen Passwort an.
sign-in-cookie-refused = E-Mail und Passwort stimmen, aber dieser Browser behält sichere Cookies auf http://localhost nicht. Bitte verwenden Sie Chrome oder Firefox.

password-show = Anzeigen
password-hide = Verbergen
password-show-named = { $label } anzeigen
password-hide-named = { $label } verbergen

sign-in-again-title = Bitte melden Sie sich erneut an
sign-in-again-why = Ihre Sitzung ist beendet. Was Sie eingegeben haben, ist noch da, und nach dem Anmelden geht es weiter.
sign-in-as-somebody-else = Als jemand anderes anmelden

ends-soon-title = Sie werden bald abgemeldet
ends-in-minutes = Eine Weile ist nichts geschehen. { $minutes ->
    [one] In einer Minute werden Sie abgemeldet.
   *[other] In { $minutes } Minuten werden Sie abgemeldet.
}
ends-in-seconds = Eine Weile ist nichts geschehen. { $seconds ->
    [one] In einer Sekunde werden Sie abgemeldet.
   *[other] In { $seconds } Sekunden werden Sie abgemeldet.
}
ends-at-last = Die Sitzung hat ihre größte Länge erreicht und endet um { $time }. Speichern Sie, woran Sie arbeiten.
stay-signed-in = Angemeldet bleiben
stay-failed = Die Sitzung konnte nicht verlängert werden.
