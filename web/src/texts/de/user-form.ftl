### Die Felder eines Benutzers, beim Anlegen und beim Bearbeiten.

field-repeat = Passwort wiederholen
field-first-name = Vorname
field-last-name = Nachname
field-agent = Agent
create = Anlegen
create-another = Anlegen und weiteren hinzufügen

email-hint = Damit melden sich Benutzer an. Keine zwei haben dieselbe, auch gelöschte nicht.
password-hint = Mindestens { $min } Zeichen; mehrere Wörter ergeben ein gutes. Leerzeichen zählen mit.
password-hint-edit = Lassen Sie es leer, um das Passwort zu behalten. Ein neues hat mindestens { $min } Zeichen und beendet alle Sitzungen dieses Benutzers.
password-own = Das eigene Passwort in Mein Konto ändern
repeat-hint = Dasselbe Passwort noch einmal, damit kein Tippfehler unbemerkt bleibt.
first-name-hint = Höchstens 100 Zeichen.
last-name-hint = Höchstens 100 Zeichen. Listen sind danach geordnet.
groups-hint = Was Benutzer dürfen, kommt aus ihren Gruppen: mindestens eine, höchstens zehn.
agent-hint = Agenten dürfen Kunden im Shop unterstützen.
language-hint = Die Sprache, in der diese Seite mit dem Benutzer spricht.

groups-not-readable = Ihre Gruppen erlauben Ihnen nicht, Gruppen zu sehen und zu ändern.
group-gone = Eine Gruppe, die es nicht mehr gibt
group-gives-not-held = Gibt Rechte, die Sie nicht haben.
group-denies-not-held = Ohne sie kämen Rechte dazu, die Sie nicht haben.
last-administrator-group = Niemand sonst ist aktiver Administrator, deshalb muss diese Gruppe bleiben.
own-groups-changed = Das sind Ihre eigenen Gruppen: Was Sie dürfen, ändert sich, sobald Sie speichern.

error-own-password = Ändern Sie Ihr eigenes Passwort in Mein Konto
error-repeat-differs = Die beiden Passwörter sind nicht gleich
error-email-too-long = Die E-Mail ist zu lang: höchstens { $max } Zeichen
error-password-too-short = Das Passwort ist zu kurz: mindestens { $min } Zeichen
error-password-too-long = Das Passwort ist zu lang: höchstens { $max } Zeichen
error-first-name-required = Geben Sie einen Vornamen ein
error-first-name-too-long = Der Vorname ist zu lang: höchstens { $max } Zeichen
error-first-name-control-character = Lassen Sie unsichtbare Steuerzeichen im Vornamen weg
error-last-name-required = Geben Sie einen Nachnamen ein
error-last-name-too-long = Der Nachname ist zu lang: höchstens { $max } Zeichen
error-last-name-control-character = Lassen Sie unsichtbare Steuerzeichen im Nachnamen weg
error-groups-too-few = Wählen Sie mindestens eine Gruppe
error-groups-too-many = Wählen Sie höchstens { $max } Gruppen
error-groups-required = Wählen Sie mindestens eine Gruppe
error-groups-last-administrator = Es muss mindestens ein aktiver Administrator bleiben. Machen Sie zuerst jemand anderen dazu

email-holder-active = Sie gehört zu { $name }.
email-holder-deactivated = Sie gehört zu { $name }, derzeit deaktiviert.
email-holder-deleted = Sie gehört zu { $name }, gelöscht. Wer gelöscht ist, behält die E-Mail und kann wiederhergestellt werden.
email-holder-unnamed = einem anderen Benutzer
restore-named = { $name } wiederherstellen

user-created = { $name } wurde angelegt.
user-updated = { $name } wurde aktualisiert.
user-updated-password = { $name } wurde aktualisiert. Das neue Passwort hat alle bisherigen Sitzungen beendet.
user-unchanged = An { $name } wurde nichts geändert, es gab also nichts zu speichern.

problem-permissions-not-held = Sie können nur geben, was Sie selbst dürfen.
