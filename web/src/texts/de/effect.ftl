### Was ein Benutzer durch seine Gruppen darf: warum, und was das Ankreuzen einer Gruppe ändert.

explained-title = Rechte dieses Benutzers
explained-title-own = Ihre Rechte
explained-hint = Öffnen Sie eine Zeile, um zu sehen, aus welcher Gruppe, Rolle und Regel sie kommt. Was nicht dasteht, ist nicht erlaubt.
explained-hint-inactive = Das sagen die Gruppen; es gilt, sobald der Benutzer aktiv ist. Öffnen Sie eine Zeile, um zu sehen, woher sie kommt.
explained-nothing = Diese Gruppen erlauben nichts.
explained-denied = Verboten:
explained-allows = Gruppe { $group } durch ihre Rolle { $role } mit der Regel { $rule }
explained-denies = Gruppe { $group } verbietet es durch ihre Rolle { $role } mit der Regel { $rule }, was auch immer andere erlauben

preview-count = { $count ->
    [0] Die angekreuzten Gruppen erlauben nichts.
    [one] Die angekreuzten Gruppen geben ein Recht.
   *[other] Die angekreuzten Gruppen geben { $count } Rechte.
}
preview-change = { $count ->
    [0] Nach dem Speichern: kein Recht
    [one] Nach dem Speichern: ein Recht
   *[other] Nach dem Speichern: { $count } Rechte
}, { $gained } mehr und { $lost } weniger als jetzt.
preview-gained = Kommt dazu
preview-lost = Fällt weg
preview-all = Alles, was dann erlaubt ist
