### Assign Customers to User.

assign-customers-to-user = Assign Customers to User
assign-why = The user may preview pages of the store as the customers assigned here. A customer belongs to one user at most.
assign-deleted-title = This user has been deleted
assign-deleted-body = A deleted user cannot be given customers. Restore the user first; what you have ticked stays ticked.

list-of-customers = List of customers
select-customers = Select customers to assign
to-be-assigned = To be assigned ({ $count })
to-be-assigned-none = No customer is ticked to be assigned
customers-search = Search customers
customers-search-hint = The beginning of a name, an e-mail or a reference
customers-none-title = No customers yet
customers-none-body = Customers come from the store. Once they have been imported, they appear here.

assigned-customers = Assigned customers
to-be-unassigned = To be unassigned ({ $count })
to-be-unassigned-none = No customer is unticked to be unassigned
assigned-search = Search assigned customers
assigned-none-title = No customers assigned
assigned-none-body = Tick customers in the list above and save.

customer-history = History of { $name }

column-tick = Assigned
column-reference = Reference
column-gender = Gender
column-owner = Assigned to
gender-female = Female
gender-male = Male
gender-diverse = Diverse
gender-none = Not given
owner-none = Not assigned
owner-this-user = This user
owner-deleted = { $name } (deleted; can be taken over)
copy-reference = Copy the reference of { $name }
assign-named = Assign { $name }
tick-page = Select all on this page ({ $count })
untick-page = Untick all on this page ({ $count })
pager-of = Pages: { $list }

save = Save
to-save = { $assign } to assign, { $unassign } to unassign
to-save-nothing = Nothing to save yet
saving = Saving: { $settled } of { $total }
saving-progress = Customers saved
saving-waits = Interrupted after { $settled } of { $total }
saving-stop = Stop saving
saving-interrupted = Saving the customers of { $name } was interrupted.

assignments-saved = The customers of { $name } were saved: { $assigned } assigned, { $unassigned } unassigned.
assignments-saved-partly = The customers of { $name } were saved in part: { $assigned } assigned, { $unassigned } unassigned, { $undone } not saved.
report-done = { $count ->
    [one] Show the customer saved
   *[other] Show the { $count } customers saved
}
report-failed = { $count ->
    [one] Show the customer not saved, still ticked
   *[other] Show the { $count } customers not saved, still ticked
}
report-assigned = { $name } was assigned.
report-unassigned = { $name } was unassigned.
report-taken = { $name } now belongs to { $owner } and was left there.
report-gone = { $name } does not exist any more.
