import { chooseAction, findUser, fullName, newCustomers, strip } from "../support/page.ts";
import { expect, test } from "../support/test.ts";

test("deleting has a page that says what will happen; the user stays in the list", async ({
  page,
  words,
  newUser,
  api,
}) => {
  const user = await newUser();
  await page.goto("/users");
  const row = await findUser(page, words, user);
  await chooseAction(page, words, user, words.delete);
  await expect(page.getByRole("heading", { level: 1, name: words.warning })).toBeFocused();
  await expect(page.getByRole("heading", { name: words.deleteWhom(fullName(user)) })).toBeVisible();
  await expect(page.getByText(words.staysInTheList)).toBeVisible();

  await page.getByRole("link", { name: words.back }).click();
  await expect(row).toContainText(words.status.active);
  await chooseAction(page, words, user, words.delete);
  await page.getByRole("button", { name: words.delete, exact: true }).click();
  await expect(strip(page)).toContainText(words.deleted(fullName(user)));
  await expect(row).toContainText(words.status.deleted);
  expect((await api.user(user.id)).status).toBe("deleted");
});

test("restoring brings the user back as deactivated, with customers, and names those who are gone", async ({
  page,
  words,
  newUser,
  api,
}) => {
  const [user, other] = [await newUser(), await newUser()];
  const { customers } = await newCustomers(api, 2);
  const [kept, lost] = customers;
  await api.assign(user.id, customers.map(({ id }) => id));
  await api.delete(user);
  await api.assign(other.id, [lost?.id ?? ""]);

  await page.goto("/users");
  const row = await findUser(page, words, user);
  await expect(row).toContainText(words.status.deleted);
  await chooseAction(page, words, user, words.restore);
  await expect(strip(page)).toContainText(words.restored(fullName(user)));
  await expect(strip(page)).toContainText(lost?.id ?? "");
  await expect(row).toContainText(words.status.deactivated);
  await expect.poll(() => api.assignedIds(user.id)).toEqual([kept?.id]);
});

test("a deleted user can only be restored", async ({ page, words, newUser, api }) => {
  const user = await newUser();
  await api.delete(user);
  await page.goto("/users");
  await findUser(page, words, user);
  await page.getByRole("button", { name: words.moreActions(fullName(user)) }).click();
  await expect(page.getByRole("menuitem", { name: words.assignCustomers })).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByRole("menuitem", { name: words.delete })).toHaveCount(0);
  await expect(page.getByRole("menuitem", { name: words.restore, exact: true })).toBeVisible();
});
