### What a user may do by their groups: why, and what ticking a group changes.

explained-title = What they may do
explained-title-own = What you may do
explained-hint = Open a line to see which group, role and rule it comes from. What is not listed is not allowed.
explained-hint-inactive = This is what the groups say; it holds once the user is active. Open a line to see where it comes from.
explained-nothing = Their groups allow nothing.
explained-denied = Denied:
explained-allows = Group { $group }, by its role { $role }, with the rule { $rule }
explained-denies = Group { $group }, by its role { $role }, denies it with the rule { $rule }, whatever others allow

preview-count = { $count ->
    [0] The ticked groups allow nothing.
    [one] The ticked groups allow one thing.
   *[other] The ticked groups allow { $count } things.
}
preview-change = { $count ->
    [0] After saving: nothing is allowed
    [one] After saving: one thing is allowed
   *[other] After saving: { $count } things are allowed
}, { $gained } more and { $lost } less than now.
preview-gained = Comes with it
preview-lost = Goes with it
preview-all = Everything that is then allowed
