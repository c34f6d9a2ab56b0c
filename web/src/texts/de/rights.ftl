### Gruppen und Rollen.

groups = Gruppen
roles = Rollen
add-group = Gruppe anlegen
edit-group = Gruppe bearbeiten
view-group = Gruppe
add-role = Rolle anlegen
edit-role = Rolle bearbeiten
view-role = Rolle
copy-role = Kopieren
copy-of = Kopie von { $name }
copy-is-less = Diese Rolle erlaubt oder verbietet, was Sie selbst nicht dürfen. Das fehlt in der Kopie.
built-in = eingebaut
rights-search = Suchen
rights-search-hint = Ein Teil des Namens oder der Beschreibung
show = Zeigen
show-named = { $name } zeigen

column-description = Beschreibung
column-roles = Rollen
column-permissions = Rechte
column-members = Mitglieder
column-carried-by = Gruppen
permissions-count = { $denied ->
    [0] { $allowed } erlaubt
   *[other] { $allowed } erlaubt, { $denied } verboten
}
members-of = Mitglieder von { $name }: { $count }

field-name = Name
field-description = Beschreibung
field-roles = Rollen
field-rules = Regeln
group-name-hint = Höchstens 50 Zeichen; keine andere Gruppe heißt so.
role-name-hint = Höchstens 50 Zeichen; keine andere Rolle heißt so.
description-hint = Wofür es da ist, damit andere es wissen. Höchstens 200 Zeichen.
roles-hint = Mitglieder dürfen, was eine dieser Rollen erlaubt und keine verbietet.
rules-hint = Ein Verbot schlägt jede Erlaubnis, über alle Gruppen und Rollen eines Benutzers hinweg.
no-roles = Keine

area-users = Benutzer
area-customers = Kunden
area-groups = Gruppen
area-roles = Rollen
area-sessions = Sitzungen
area-audit = Protokoll
rule-everything = Alles, auch was spätere Versionen bringen
rule-area = Alles über { $area }
rule-nothing = Nicht erwähnt
rule-allow = Erlauben
rule-deny = Verbieten
rule-not-held = Sie dürfen es selbst nicht, also können Sie es weder geben noch verbieten.
rule-later-not-held = Sie dürfen, was es jetzt gibt, nicht aber, was spätere Versionen bringen, also können Sie nicht alles davon geben oder verbieten.
role-beyond = Mitglieder von Gruppen, die diese Rolle tragen, dürfen mehr als Sie, deshalb bleiben ihre Regeln, wie sie sind: { $groups }
group-beyond = Mitglieder der Gruppe dürfen mehr als Sie, deshalb bleiben ihre Rollen, wie sie sind.
more-than-held = Erlaubt oder verbietet, was Sie selbst nicht dürfen.

effect-title = Was sich daraus ergibt
effect-allows = Erlaubt
effect-allows-nothing = Nichts ist erlaubt.
effect-denies = Verboten
effect-denies-nothing = Nichts ist verboten.

rights-changed = Inzwischen geändert
rights-changed-by = { $name } hat { $when } andere Werte gespeichert. Von Ihnen wurde nichts gespeichert.
rights-changed-by-operator = Die Betreiber haben { $when } andere Werte gespeichert. Von Ihnen wurde nichts gespeichert.
rights-changed-hint = Was Sie nicht angefasst haben, ist so, wie es dort gespeichert wurde; Ihre Eingaben stehen noch da. Speichern ersetzt das andere durch sie.
rights-changed-take = Übernehmen, was gespeichert wurde

role-created = Die Rolle { $name } wurde angelegt.
role-updated = Die Rolle { $name } wurde geändert. Das gilt sofort für alle, die es betrifft.
role-deleted = Die Rolle { $name } wurde gelöscht.
role-built-in = Diese Rolle ist eingebaut und bleibt, wie sie ist
role-carried = Gruppen tragen diese Rolle; nehmen Sie sie ihnen zuerst
role-carried-by = Gruppen tragen diese Rolle: { $groups }. Nehmen Sie sie ihnen zuerst.
group-created = Die Gruppe { $name } wurde angelegt.
group-updated = Die Gruppe { $name } wurde geändert. Das gilt sofort für ihre Mitglieder.
group-deleted = Die Gruppe { $name } wurde gelöscht.
group-built-in = Diese Gruppe ist eingebaut und bleibt, wie sie ist
group-has-members = Verschieben Sie zuerst ihre Mitglieder in eine andere Gruppe
group-not-empty = { $count ->
    [one] Ein Mitglied ist noch da.
   *[other] { $count } Mitglieder sind noch da.
}
move-members = Verschieben Sie sie zuerst in eine andere Gruppe

consequence-role-gone = Die Rolle ist fort. Keine Gruppe trägt sie, also verliert oder gewinnt niemand ein Recht.
consequence-group-gone = Die Gruppe ist fort. Sie hat keine Mitglieder, also verliert oder gewinnt niemand ein Recht.
consequence-group-restored = Gelöschte Benutzer, die zu ihr gehörten, werden ohne sie wiederhergestellt.
consequence-no-way-back = Das lässt sich nicht zurücknehmen.

problem-built-in = Es ist eingebaut und bleibt, wie es ist.
problem-name-taken = Etwas anderes heißt so.
problem-group-not-empty = Die Gruppe hat Mitglieder. Verschieben Sie sie zuerst in eine andere Gruppe.
problem-role-in-use = Gruppen tragen die Rolle. Nehmen Sie sie ihnen zuerst.
problem-too-many-groups = Für eine weitere Gruppe ist kein Platz. Löschen Sie eine, die niemand braucht.
problem-too-many-roles = Für eine weitere Rolle ist kein Platz. Löschen Sie eine, die niemand braucht.

error-name-required = Geben Sie einen Namen ein
error-name-name-taken = Etwas anderes heißt so; wählen Sie einen anderen Namen
error-name-too-long = Der Name ist zu lang: höchstens { $max } Zeichen
error-name-control-character = Lassen Sie unsichtbare Steuerzeichen im Namen weg
error-description-too-long = Die Beschreibung ist zu lang: höchstens { $max } Zeichen
error-description-control-character = Lassen Sie unsichtbare Steuerzeichen in der Beschreibung weg
error-roles-unknown-role = Eine Rolle gibt es nicht mehr; wählen Sie erneut
error-roles-too-many = Wählen Sie höchstens { $max } Rollen
error-rules-too-many = Höchstens { $max } Regeln; nehmen Sie die für ganze Bereiche
