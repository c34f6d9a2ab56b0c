import { chooseAction, findUser, fullName, strip } from "../support/page.ts";
import { expect, test } from "../support/test.ts";

test("deactivating is one click, and Undo really takes it back", async ({ page, words, newUser, api }) => {
  const user = await newUser();
  await page.goto("/users");
  const row = await findUser(page, words, user);
  await chooseAction(page, words, user, words.deactivate);
  await expect(strip(page)).toContainText(words.deactivated(fullName(user)));
  await expect(row).toContainText(words.status.deactivated);
  expect((await api.user(user.id)).status).toBe("deactivated");

  await strip(page).getByRole("button", { name: words.undo }).click();
  await expect(strip(page)).toContainText(words.deactivatedUndone(fullName(user)));
  await expect(row).toContainText(words.status.active);
  expect((await api.user(user.id)).status).toBe("active");
});

test("activating is one click, and Undo really takes it back", async ({ page, words, newUser, api }) => {
  const user = await newUser();
  await api.deactivate(user);
  await page.goto("/users");
  const row = await findUser(page, words, user);
  await chooseAction(page, words, user, words.activate);
  await expect(strip(page)).toContainText(words.activated(fullName(user)));
  await expect(row).toContainText(words.status.active);

  await strip(page).getByRole("button", { name: words.undo }).click();
  await expect(strip(page)).toContainText(words.activatedUndone(fullName(user)));
  await expect(row).toContainText(words.status.deactivated);
  expect((await api.user(user.id)).status).toBe("deactivated");
});

test("what is shown at once is taken back when the server refuses", async ({ page, words, newUser, api, watch }) => {
  watch.allowStatus(412);
  const user = await newUser();
  await page.goto("/users");
  const row = await findUser(page, words, user);
  await api.update(user, { firstName: "Sam" });
  await chooseAction(page, words, user, words.deactivate);
  await expect(strip(page).getByRole("button", { name: words.close })).toBeVisible();
  await expect(row.or(page.getByRole("row").filter({ hasText: `Sam ${user.lastName}` }))).toContainText(words.status.active);
  expect((await api.user(user.id)).status).toBe("active");
});

test("a deactivated user is signed out at once", async ({ page, words, newUser, api, browser }) => {
  const user = await newUser({ group: "Customer service" });
  const theirs = await (await browser.newContext()).newPage();
  await theirs.goto("/sign-in");
  await theirs.getByRole("textbox").first().fill(user.email);
  await theirs.locator("input[type=password]").fill(user.password);
  await theirs.keyboard.press("Enter");
  await expect(theirs.getByRole("heading", { level: 1, name: words.usersList })).toBeVisible();

  await page.goto("/users");
  await findUser(page, words, user);
  await chooseAction(page, words, user, words.deactivate);
  await expect(strip(page)).toContainText(words.deactivated(fullName(user)));
  await theirs.getByLabel(words.columns.status).selectOption("active");
  await expect(theirs.getByRole("dialog", { name: words.signInAgain })).toBeVisible();
  expect((await api.user(user.id)).status).toBe("deactivated");
  await theirs.context().close();
});
