import { chooseAction, findUser, fullName } from "../support/page.ts";
import { expect, test } from "../support/test.ts";

test("who deactivates themself is told before, signed out at once, and told that it succeeded", async ({
  page,
  words,
  me,
  api,
}) => {
  await page.goto("/users");
  await findUser(page, words, me);
  await chooseAction(page, words, me, words.deactivate);
  const dialog = page.getByRole("dialog", { name: words.deactivateYourselfTitle });
  await expect(dialog.getByRole("button", { name: words.back })).toBeFocused();
  await dialog.getByRole("button", { name: words.deactivateYourself }).click();

  await expect(page.getByText(words.selfDeactivated)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: words.signIn })).toBeVisible();
  expect((await api.user(me.id)).status).toBe("deactivated");
  await page.goto("/users");
  await expect(page.getByRole("heading", { level: 1, name: words.signIn })).toBeVisible();
});

test("who deletes themself is told before, signed out at once, and told that it succeeded", async ({
  page,
  words,
  me,
  api,
}) => {
  await page.goto("/users");
  await findUser(page, words, me);
  await chooseAction(page, words, me, words.delete);
  await expect(page.getByRole("heading", { name: words.deleteYourself })).toBeVisible();
  await page.getByRole("button", { name: words.delete, exact: true }).click();

  await expect(page.getByText(words.selfDeleted)).toBeVisible();
  expect((await api.user(me.id)).status).toBe("deleted");
  await page.getByLabel(words.email).fill(me.email);
  await page.getByLabel(words.password, { exact: true }).fill(me.password);
  await page.getByRole("button", { name: words.signIn }).click();
  await expect(page.getByRole("group", { name: words.thereIsAProblem })).toContainText(words.signInFailed);
  await expect(page.getByText(fullName(me))).toHaveCount(0);
});
