### Warum eine Anfrage abgelehnt wurde, nach dem Code des Problems.

problem-unknown = Etwas ist schiefgegangen (Code { $code }, Status { $status }).
problem-retry-after = Versuchen Sie es in { $seconds ->
    [one] einer Sekunde
   *[other] { $seconds } Sekunden
} erneut.
problem-retry-after-minutes = Versuchen Sie es in { $minutes ->
    [one] einer Minute
   *[other] { $minutes } Minuten
} erneut.

problem-offline = Es gibt keine Verbindung zum Server. Prüfen Sie Ihr Netz und versuchen Sie es erneut.
problem-timed-out = Der Server hat nicht rechtzeitig geantwortet. Versuchen Sie es erneut.
problem-unreadable-answer = Der Server hat eine Antwort gegeben, die diese Seite nicht versteht. Laden Sie die Seite neu.
problem-page-failed = Die Seite selbst hat versagt. Laden Sie sie neu.
problem-page-outdated = Ein Teil der Seite konnte nicht geladen werden. Vielleicht gibt es eine neue Version.

problem-not-found = Es existiert nicht oder nicht mehr.
problem-method-not-allowed = Das tut der Server nicht.
problem-payload-too-large = Das ist mehr, als der Server auf einmal annimmt.
problem-too-many-requests = Es waren zu viele Anfragen.
problem-service-unavailable = Der Dienst ist gerade nicht zu erreichen. Versuchen Sie es gleich noch einmal.
problem-cross-site-request = Der Server hielt die Anfrage für die einer fremden Website. Laden Sie die Seite neu.
problem-session-required = Sie sind nicht mehr angemeldet.
problem-sign-in-failed = E-Mail oder Passwort ist falsch, oder das Konto kann sich nicht anmelden. Nach mehreren Fehlversuchen ist das Anmelden bis zu 15 Minuten lang verzögert.
problem-too-many-sign-ins = Von Ihrem Netzwerk aus sind zu viele Anmeldungen fehlgeschlagen.
problem-permission-denied = Ihre Gruppen erlauben das nicht.
problem-unsupported-media-type = Diese Art von Inhalt versteht der Server nicht.
problem-precondition-required = Die Anfrage sagte nicht, welche Version sie ändert. Laden Sie die Seite neu.
problem-malformed-body = Der Server konnte das Gesendete nicht lesen. Laden Sie die Seite neu.
problem-malformed-query = Die Adresse fragt nach etwas, das der Server nicht kennt.
problem-cursor-refused = Diese Stelle der Liste ist nicht mehr bekannt. Gehen Sie zur ersten Seite.
problem-malformed-idempotency-key = Der Server konnte das Gesendete nicht lesen. Laden Sie die Seite neu.
problem-idempotency-key-reused = Das wurde schon einmal mit anderem Inhalt gesendet. Laden Sie die Seite neu.
problem-validation-failed = Einiges von dem, was Sie eingegeben haben, ist nicht möglich.
problem-stale-version = Jemand anderes hat es inzwischen geändert, und von Ihnen wurde nichts gespeichert. Sie sehen jetzt den aktuellen Stand; sehen Sie ihn an und versuchen Sie es erneut.
problem-user-deleted = Dieser Benutzer ist gelöscht. Nur Wiederherstellen ist möglich.
problem-user-not-deleted = Dieser Benutzer ist nicht gelöscht.
problem-email-taken = Ein anderer Benutzer hat diese E-Mail.
problem-last-administrator = Es muss mindestens ein aktiver Administrator bleiben. Machen Sie zuerst jemand anderen dazu.
problem-customer-already-assigned = Ein Kunde wurde inzwischen jemand anderem zugewiesen.
problem-store-unavailable = Die Daten sind gerade nicht zu erreichen. Versuchen Sie es gleich noch einmal.
problem-write-conflict = Andere haben gleichzeitig dasselbe geändert. Versuchen Sie es erneut.
problem-internal-error = Der Server hat versagt. Wenn das so bleibt, geben Sie die Anfrage-ID weiter.
