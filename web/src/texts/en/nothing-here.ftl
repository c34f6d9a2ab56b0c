### For people who may read no section.

nothing-here-title = Nothing here for you
nothing-here-body = Your groups do not open this part of the back office. Ask an administrator if you need it.
your-account = Your account
to-my-account = Go to my account
