### The person's own menu.

my-account = My account
person-language = Interface language
person-language-saved = Your interface language was saved.
person-language-failed = Your interface language could not be saved.
person-theme = Theme
person-more = More
theme-system = Like the system
theme-light = Light
theme-dark = Dark
