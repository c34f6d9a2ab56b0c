### Das eigene Menü.

my-account = Mein Konto
person-language = Oberflächensprache
person-language-saved = Ihre Oberflächensprache wurde gespeichert.
person-language-failed = Ihre Oberflächensprache konnte nicht gespeichert werden.
person-theme = Farbschema
person-more = Weiteres
theme-system = Wie das System
theme-light = Hell
theme-dark = Dunkel
