### Benutzer bearbeiten.

edit-user = Benutzer bearbeiten
view-user = Benutzer
add-user = Benutzer hinzufügen
update = Aktualisieren
none = Keine
user-held-back = Deshalb können Sie hier nichts ändern; das kann, wer ebenso viel darf.

side-title = Status und Kunden
last-changed = Zuletzt geändert
changed-by = { $when } von { $name }
changed-by-you = { $when } von Ihnen
changed-by-operator = { $when } vom Betrieb

deleted-title = Dieser Benutzer ist gelöscht
deleted-by = Gelöscht { $when } von { $name }.
deleted-by-you = Gelöscht { $when } von Ihnen.
deleted-by-operator = Gelöscht { $when } vom Betrieb.
deleted-read-only = Nichts kann geändert werden, bis der Benutzer wiederhergestellt ist, und zwar als deaktiviert.
deleted-ask = Wer den Status ändern darf, kann den Benutzer wiederherstellen.
deleted-typed = Was Sie gerade geändert haben, ist nicht gespeichert. Es bleibt hier, und Sie können weitermachen, sobald der Benutzer wiederhergestellt ist:
deleted-password = Ein neues Passwort

clash-title = Während Ihrer Bearbeitung geändert
clash-by = { $name } hat { $when } eine Änderung gespeichert.
clash-by-you = Sie haben { $when } eine Änderung gespeichert, in einem anderen Fenster oder bei einem Versuch, dessen Antwort verloren ging.
clash-by-operator = Der Betrieb hat { $when } eine Änderung gespeichert.
clash-kept = Von Ihnen ist noch nichts gespeichert, und nichts ist verloren.
clash-status = Der Status war { $before } und ist jetzt { $now }.
clash-choose = Wählen Sie für jedes Feld, was gelten soll, und drücken Sie dann Aktualisieren.
clash-no-field = Kein Feld dieses Formulars ist betroffen. Sehen Sie sich den Status an und drücken Sie dann Aktualisieren, um Ihre Änderung zu speichern.
clash-undecided = { $count ->
    [one] Über ein Feld ist noch nicht entschieden. Behalten Sie Ihres oder übernehmen Sie das andere.
   *[other] Über { $count } Felder ist noch nicht entschieden. Behalten Sie Ihre oder übernehmen Sie die anderen.
}
keep-mine = Meine Eingabe behalten
keep-former = Wie zuvor
take-theirs = Das andere übernehmen
