### Die Dialoge, die über jeder Ansicht stehen können: das Ende einer Sitzung, die Tastenkürzel.

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

shortcuts-on = Tastenkürzel sind eingeschaltet
shortcut-help = Diese Liste zeigen
