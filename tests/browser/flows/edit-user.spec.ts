import { findUser, fullName, strip } from "../support/page.ts";
import { expect, test, unique } from "../support/test.ts";

test("a user is changed, and the list says so", async ({ page, words, newUser, api }) => {
  const user = await newUser();
  await page.goto("/users");
  const row = await findUser(page, words, user);
  await row.getByRole("link", { name: words.edit(fullName(user)) }).click();
  await expect(page.getByRole("heading", { level: 1, name: words.editUser })).toBeFocused();
  await expect(page.getByText(words.status.active, { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: words.addUser })).toBeVisible();
  await expect(page.getByLabel(words.password, { exact: true })).toHaveValue("");

  await page.getByLabel(words.firstName).fill("Sam");
  await page.getByRole("checkbox", { name: "Customer service" }).check();
  await page.getByRole("checkbox", { name: words.agent, exact: true }).check();
  await page.getByRole("button", { name: words.update }).click();
  await expect(strip(page)).toContainText(words.updated(`Sam ${user.lastName}`));
  await expect(page).toHaveURL(new RegExp(`q=${user.lastName}`));
  await expect(page.getByRole("row").filter({ hasText: `Sam ${user.lastName}` })).toContainText("Customer service");
  expect(await api.user(user.id)).toMatchObject({ firstName: "Sam", agent: true, version: user.version + 1 });
});

test("Add User leads on to a new one", async ({ page, words, newUser }) => {
  const user = await newUser();
  await page.goto(`/users/${user.id}`);
  await page.getByRole("link", { name: words.addUser }).click();
  await expect(page.getByRole("heading", { level: 1, name: words.addNewUser })).toBeFocused();
});

test("a change by somebody else meanwhile is shown beside one's own, and nothing is lost", async ({
  page,
  words,
  newUser,
  api,
  watch,
}) => {
  watch.allowStatus(412);
  const user = await newUser();
  await page.goto(`/users/${user.id}`);
  const mine = unique();
  await page.getByLabel(words.lastName).fill(mine);
  await api.update(user, { lastName: "Theirs", firstName: "Theirs" });
  await page.getByRole("button", { name: words.update }).click();

  const clash = page.getByRole("region", { name: words.changedMeanwhile });
  await expect(clash).toBeVisible();
  await expect(clash).toContainText(mine);
  await expect(clash).toContainText("Theirs");
  await clash.getByRole("radio", { name: words.keepMine }).check();
  await page.getByRole("button", { name: words.update }).click();
  await expect(strip(page)).toContainText(words.updated(`Theirs ${mine}`));
  expect(await api.user(user.id)).toMatchObject({ firstName: "Theirs", lastName: mine });
});

test("one's own language holds as soon as it is saved", async ({ page, words, me, language }) => {
  const other = language === "en" ? "de" : "en";
  await page.goto(`/users/${me.id}`);
  await page.getByLabel(words.interfaceLanguage).selectOption(other);
  await page.getByRole("button", { name: words.update }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", other);
  await expect(strip(page)).toContainText(fullName(me));
});

test("there is nothing at the address of nobody", async ({ page, words, watch }) => {
  watch.allowStatus(404);
  await page.goto("/users/nobody");
  await expect(page.getByRole("heading", { level: 1, name: words.notFound })).toBeVisible();
});
