### Wo jemand angemeldet ist.

sessions-title = Angemeldet
sessions-hint = Die Browser, in denen dieser Benutzer angemeldet ist. Wann einer zuletzt benutzt wurde, ist auf fünf Minuten genau bekannt.
sessions-hint-own = Die Browser, in denen Sie angemeldet sind. Beenden Sie, was Sie nicht kennen, und ändern Sie dann Ihr Passwort. Wann einer zuletzt benutzt wurde, ist auf fünf Minuten genau bekannt.
sessions-none = Nirgends angemeldet.
sessions-show-all = Alle { $count } zeigen
session-device = { $browser } auf { $system }
session-device-unknown = Ein Browser, der sich nicht nennt
session-this = diese Sitzung
session-this-hint = Um diese zu beenden, melden Sie sich in Ihrem Menü ab.
session-address = Adresse
session-address-unknown = nicht vermerkt
session-since = Angemeldet
session-seen = Zuletzt benutzt
session-end = Beenden
session-end-named = Sitzung beenden: { $device }, { $address }
session-ended = Die Sitzung ist beendet: { $device }
session-end-failed = Die Sitzung wurde nicht beendet.
sessions-end-others = Alle anderen Sitzungen beenden
sessions-end-all = Alle Sitzungen beenden
sessions-end-failed = Die Sitzungen wurden nicht beendet.
sessions-ended-own = Alle Ihre anderen Sitzungen sind beendet. Diese läuft weiter.
sessions-ended = Alle Sitzungen von { $name } sind beendet.
sessions-ask-own = Alle anderen Sitzungen beenden?
sessions-ask-own-body = Jeder andere Browser, in dem Sie angemeldet sind, wird sofort abgemeldet. Was dort nicht gespeichert ist, kann verloren gehen. Dieser bleibt angemeldet.
sessions-ask = Alle Sitzungen von { $name } beenden?
sessions-ask-body = { $name } wird sofort in jedem Browser abgemeldet und kann sich wieder anmelden. Was dort nicht gespeichert ist, kann verloren gehen.
