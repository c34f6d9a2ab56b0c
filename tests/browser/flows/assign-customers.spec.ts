import type { Page } from "@playwright/test";
import type { Customer } from "../support/api.ts";
import { chooseAction, findUser, fullName, newCustomers, strip } from "../support/page.ts";
import { setCustomersCounted } from "../support/table.ts";
import { expect, test } from "../support/test.ts";
import type { Words } from "../support/words.ts";

const named = (customer: Customer) => `${fullName(customer)} (${customer.id})`;

/** The parts of the view. */
function parts(page: Page, words: Words) {
  const list = page.getByRole("region", { name: words.listOfCustomers });
  const assigned = page.getByRole("region", { name: words.assignedCustomers });
  return {
    list,
    assigned,
    search: list.getByRole("searchbox", { name: words.searchCustomers }),
    searchAssigned: assigned.getByRole("searchbox", { name: words.searchAssigned }),
    tick: (customer: Customer) => list.getByRole("checkbox", { name: words.assign(named(customer)) }),
    tickAssigned: (customer: Customer) => assigned.getByRole("checkbox", { name: words.assign(named(customer)) }),
    save: page.getByRole("button", { name: words.save, exact: true }),
    state: page.getByRole("region", { name: words.save }).getByRole("status"),
  };
}

async function open(page: Page, words: Words, userId: string, q = "") {
  await page.goto(`/users/${userId}/customers?q=${q}`);
  await expect(page.getByRole("heading", { level: 1, name: words.assignCustomersToUser })).toBeVisible();
  return parts(page, words);
}

test("of all customers it is said about how many there are, of those found how many", async ({
  page,
  words,
  newUser,
  api,
}) => {
  const user = await newUser();
  const { name } = await newCustomers(api, 2);
  await setCustomersCounted(2345);
  const view = await open(page, words, user.id);
  await expect(view.list).toContainText(words.aboutSoMany);
  await view.search.fill(name);
  await expect(view.list).not.toContainText(words.aboutSoMany);
});

test("several customers are ticked and assigned at once, and one is unassigned again", async ({
  page,
  words,
  newUser,
  api,
}) => {
  const user = await newUser();
  const { name, customers } = await newCustomers(api, 4);
  const [first, second, third] = customers as [Customer, Customer, Customer, Customer];
  await page.goto("/users");
  const row = await findUser(page, words, user);
  await chooseAction(page, words, user, words.assignCustomers);
  await expect(page.getByRole("heading", { level: 1, name: words.assignCustomersToUser })).toBeFocused();
  const view = parts(page, words);
  await expect(view.assigned).toContainText(words.noneAssigned);
  for (const column of words.customerColumns) {
    await expect(view.list.getByRole("columnheader", { name: column, exact: true })).toHaveCount(1);
  }
  await expect(view.save).toHaveAttribute("aria-disabled", "true");

  await view.search.fill(name);
  await view.tick(first).check();
  await view.tick(second).check();
  await view.tick(third).check();
  await expect(view.state).toHaveText(words.toSave(3, 0));
  await view.save.click();
  await expect(strip(page)).toContainText(words.saved(3, 0));
  await expect(view.tickAssigned(first)).toBeChecked();
  await expect(view.tick(first)).toBeChecked();
  await expect(view.list.getByRole("row").filter({ hasText: first.id })).toContainText(words.thisUser);

  await view.tickAssigned(second).uncheck();
  await expect(view.assigned.getByRole("tab", { name: words.toBeUnassigned(1) })).toBeVisible();
  await view.save.click();
  await expect(strip(page)).toContainText(words.saved(0, 1));
  await expect(view.tickAssigned(second)).toHaveCount(0);
  await expect.poll(() => api.assignedIds(user.id)).toEqual([first.id, third.id]);

  await page.getByRole("link", { name: words.back }).click();
  await expect(row.getByRole("cell", { name: "2", exact: true })).toBeVisible();
});

test("ticks survive searching and paging, are listed before saving, and go out in calls of at most 25", async ({
  page,
  words,
  newUser,
  api,
}) => {
  const user = await newUser();
  const { name, customers } = await newCustomers(api, 32);
  const view = await open(page, words, user.id, name);
  const calls: number[] = [];
  page.on("request", (request) => {
    if (request.method() === "PATCH") calls.push((request.postDataJSON() as { assign: string[] }).assign.length);
  });
  for (let number = 1; number <= 4; number += 1) {
    await expect(view.list.getByRole("checkbox", { checked: false }).first()).toBeVisible();
    await view.list.getByRole("button", { name: words.selectAll(number < 4 ? 10 : 2) }).click();
    if (number === 4) break;
    await view.list.getByRole("button", { name: words.next }).click();
    await expect(page).toHaveURL(new RegExp(`page=${number + 1}`));
  }
  await view.search.fill("no such customer");
  await expect(view.list).toContainText(words.noMatch);
  await expect(view.state).toHaveText(words.toSave(32, 0));

  await view.list.getByRole("tab", { name: words.selectCustomers }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(view.list.getByRole("tab", { name: words.toBeAssigned(32) })).toBeFocused();
  const review = view.list.getByRole("tabpanel", { name: words.toBeAssigned(32) });
  await expect(review.getByRole("row").filter({ hasText: name })).toHaveCount(25);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(view.list.getByRole("tab", { name: words.toBeAssigned(31) })).toBeVisible();

  // Progress is shown as it is made.
  await page.route("**/customers", async (route) => {
    if (route.request().method() !== "PATCH" || calls.length < 2) return route.continue();
    await expect(view.state).toHaveText(words.saving(25, 31));
    await expect(page.getByRole("progressbar")).toHaveAttribute("value", "25");
    await route.continue();
  });
  await view.save.click();
  await expect(strip(page)).toContainText(words.saved(31, 0));
  expect(calls).toEqual([25, 6]);
  await expect.poll(() => api.assignedIds(user.id)).toHaveLength(31);
  expect((await api.user(user.id)).customerCount).toBe(31);
  expect(customers).toHaveLength(32);
});

test("somebody else's customer shows whose it is and cannot be ticked; a deleted user's can", async ({
  page,
  words,
  newUser,
  api,
}) => {
  const [user, other, deleted] = [await newUser(), await newUser(), await newUser()];
  const { name, customers } = await newCustomers(api, 3);
  const [free, foreign, orphan] = customers as [Customer, Customer, Customer];
  await api.assign(other.id, [foreign.id]);
  await api.assign(deleted.id, [orphan.id]);
  await api.delete(deleted);

  const view = await open(page, words, user.id, name);
  await expect(view.tick(foreign)).toBeDisabled();
  const row = (customer: Customer) => view.list.getByRole("row").filter({ hasText: customer.id });
  await expect(row(foreign).getByRole("link", { name: fullName(other) })).toBeVisible();
  await expect(row(orphan)).toContainText(words.canBeTakenOver);
  await expect(row(free)).toContainText(words.notAssigned);
  await view.tick(orphan).check();
  await view.save.click();
  await expect(strip(page)).toContainText(words.saved(1, 0));
  await expect.poll(() => api.assignedIds(user.id)).toEqual([orphan.id]);

  await view.list.getByLabel(words.assignedTo).selectOption({ label: words.notAssigned });
  await expect(row(foreign)).toHaveCount(0);
  await expect(row(free)).toBeVisible();
  await page.goBack();
  await row(foreign).getByRole("link", { name: fullName(other) }).click();
  await expect(parts(page, words).tickAssigned(foreign)).toBeChecked();
});

test("a customer whom somebody else took meanwhile is left there and reported; the others are saved", async ({
  page,
  words,
  newUser,
  api,
  watch,
}) => {
  watch.allowStatus(409);
  const [user, other] = [await newUser(), await newUser()];
  const { name, customers } = await newCustomers(api, 3);
  const taken = customers[1] as Customer;
  const view = await open(page, words, user.id, name);
  await view.list.getByRole("button", { name: words.selectAll(3) }).click();
  await api.assign(other.id, [taken.id]);
  await view.save.click();

  await expect(strip(page)).toContainText(words.saved(2, 0));
  await expect(strip(page)).toContainText(words.notSaved(1));
  await expect(strip(page)).toContainText(words.nowBelongsTo(named(taken), fullName(other)));
  await expect(strip(page).getByRole("link", { name: fullName(other) })).toBeVisible();
  await expect(view.tick(taken)).toBeDisabled();
  await expect.poll(() => api.assignedIds(user.id)).toHaveLength(2);
  await expect.poll(() => api.assignedIds(other.id)).toHaveLength(1);
});

test("a lost answer is asked for again as the same request, and what was done is done once", async ({
  page,
  words,
  newUser,
  api,
  watch,
}) => {
  watch.allowLostConnection();
  const user = await newUser();
  const { name } = await newCustomers(api, 2);
  const view = await open(page, words, user.id, name);
  const keys: (string | undefined)[] = [];
  await page.route("**/customers", async (route) => {
    if (route.request().method() !== "PATCH") return route.continue();
    keys.push(route.request().headers()["idempotency-key"]);
    if (keys.length > 1) return route.continue();
    await route.fetch();
    await route.abort("failed");
  });
  await view.list.getByRole("button", { name: words.selectAll(2) }).click();
  await view.save.dblclick();
  await expect(page.getByRole("alert")).toContainText(words.noConnection);
  await page.getByRole("button", { name: words.tryAgain }).click();
  await expect(strip(page)).toContainText(words.saved(2, 0));
  expect(keys).toEqual([keys[0], keys[0]]);
  await expect.poll(() => api.assignedIds(user.id)).toHaveLength(2);
});

test("saving goes on when the connection is back, also from another view", async ({ page, words, newUser, api, watch }) => {
  watch.allowLostConnection();
  const user = await newUser();
  const { name } = await newCustomers(api, 1);
  await page.goto("/users");
  await findUser(page, words, user);
  await chooseAction(page, words, user, words.assignCustomers);
  const view = parts(page, words);
  await view.search.fill(name);
  await view.list.getByRole("button", { name: words.selectAll(1) }).click();
  await page.context().setOffline(true);
  await view.save.click();
  await expect(page.getByRole("alert")).toContainText(words.noConnection);
  await page.getByRole("navigation").getByRole("link", { name: words.users, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: words.usersList })).toBeVisible();
  await page.context().setOffline(false);
  await expect(strip(page)).toContainText(words.saved(1, 0));
  await expect.poll(() => api.assignedIds(user.id)).toHaveLength(1);
});

test("ticks are not lost by leaving without saving", async ({ page, words, newUser, api }) => {
  const user = await newUser();
  const { name } = await newCustomers(api, 1);
  const view = await open(page, words, user.id, name);
  await view.list.getByRole("button", { name: words.selectAll(1) }).click();
  await page.getByRole("link", { name: words.back }).click();
  const dialog = page.getByRole("dialog", { name: words.leaveTitle });
  await expect(dialog.getByRole("button", { name: words.keepEditing })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(view.state).toHaveText(words.toSave(1, 0));
  await view.list.getByRole("button", { name: words.untickAll(1) }).click();
  await page.getByRole("link", { name: words.back }).click();
  await expect(page.getByRole("heading", { level: 1, name: words.usersList })).toBeVisible();
});

test("a user deleted meanwhile gets no customers; what was ticked stays, over restoring too", async ({
  page,
  words,
  newUser,
  api,
  watch,
}) => {
  watch.allowStatus(409);
  const user = await newUser();
  const { name } = await newCustomers(api, 1);
  const view = await open(page, words, user.id, name);
  await view.list.getByRole("button", { name: words.selectAll(1) }).click();
  await api.delete(user);
  await view.save.click();
  await expect(strip(page)).toContainText(words.userDeleted);
  await page.getByRole("button", { name: words.restore, exact: true }).click();
  await expect(view.state).toHaveText(words.toSave(1, 0));
  await view.save.click();
  await expect(strip(page)).toContainText(words.saved(1, 0));
});

test("both tables are searched, sorted and paged on their own, all of it in the address", async ({
  page,
  words,
  newUser,
  api,
}) => {
  const user = await newUser();
  const { name, customers } = await newCustomers(api, 12);
  await api.assign(user.id, customers.map(({ id }) => id));
  await expect.poll(() => api.assignedIds(user.id)).toHaveLength(12);
  const view = await open(page, words, user.id);
  const rows = view.assigned.getByRole("row").filter({ hasText: name });
  await expect(rows).toHaveCount(10);
  await view.assigned.getByRole("button", { name: words.next }).click();
  await expect(rows).toHaveCount(2);
  await expect(page).toHaveURL(/assigned\.page=2/);
  await view.assigned.getByLabel(words.sortBy).selectOption("lastName desc");
  await expect(page).not.toHaveURL(/assigned\.page/);
  await expect(rows.first()).toContainText("Kim011");

  await view.search.fill(name);
  await expect(page).toHaveURL(new RegExp(`q=${name}`));
  await expect(page).toHaveURL(/assigned\.order=desc/);
  await view.searchAssigned.fill("kim003");
  await expect(rows).toHaveCount(1);
  await page.reload();
  await expect(view.search).toHaveValue(name);
  await expect(view.searchAssigned).toHaveValue("kim003");
  await expect(rows).toHaveCount(1);
});

test("customer service may assign, and sees nothing they may not do", async ({ page, words, newUser, api, context }) => {
  await context.clearCookies();
  const [clerk, user] = [await newUser({ group: "Customer service" }), await newUser()];
  const { name } = await newCustomers(api, 1);
  await page.goto(`/sign-in?next=/users/${user.id}/customers`);
  await page.getByLabel(words.email).fill(clerk.email);
  await page.getByLabel(words.password, { exact: true }).fill(clerk.password);
  await page.getByRole("button", { name: words.signIn }).click();
  const view = parts(page, words);
  await view.search.fill(name);
  await view.list.getByRole("button", { name: words.selectAll(1) }).click();
  await view.save.click();
  await expect(strip(page)).toContainText(words.saved(1, 0));
  await page.getByRole("link", { name: words.back }).click();
  await findUser(page, words, user);
  await expect(page.getByRole("link", { name: words.addNewUser })).toHaveCount(0);
  await page.getByRole("button", { name: words.moreActions(fullName(user)) }).click();
  await expect(page.getByRole("menuitem")).toHaveCount(1);
});
