### Für alle, die keinen Bereich sehen dürfen.

nothing-here-title = Hier ist nichts für Sie
nothing-here-body = Ihre Gruppen öffnen diesen Teil des Backoffice nicht. Fragen Sie in der Administration nach, wenn Sie ihn brauchen.
your-account = Ihr Konto
to-my-account = Zu meinem Konto
