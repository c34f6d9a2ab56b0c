import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { findUser, strip } from "../support/page.ts";
import { expect, test, unique } from "../support/test.ts";
import type { Words } from "../support/words.ts";

interface Entry {
  email: string;
  password: string;
  firstName: string;
  lastName: string;
}

const entry = (): Entry => {
  const lastName = unique();
  return { email: `${lastName}@example.com`, password: randomUUID(), firstName: "Kim", lastName };
};

async function fill(page: Page, words: Words, { email, password, firstName, lastName }: Entry): Promise<void> {
  await page.getByLabel(words.email, { exact: true }).fill(email);
  await page.getByLabel(words.password, { exact: true }).fill(password);
  await page.getByLabel(words.repeatPassword, { exact: true }).fill(password);
  await page.getByLabel(words.firstName).fill(firstName);
  await page.getByLabel(words.lastName).fill(lastName);
  await page.getByRole("group", { name: words.assignedGroups }).getByRole("checkbox", { name: "Customer service" }).check();
}

const create = (page: Page, words: Words) => page.getByRole("button", { name: words.create, exact: true }).click();

test("a new user is created with everything the form asks for", async ({ page, words, api }) => {
  const wanted = entry();
  await page.goto("/users");
  await page.getByRole("link", { name: words.addNewUser }).click();
  await expect(page.getByRole("heading", { level: 1, name: words.addNewUser })).toBeFocused();
  await fill(page, words, wanted);
  await page.getByRole("checkbox", { name: words.agent, exact: true }).check();
  await page.getByLabel(words.interfaceLanguage).selectOption("de");
  await create(page, words);

  await expect(strip(page)).toContainText(words.created(`Kim ${wanted.lastName}`));
  await expect(page.getByRole("heading", { level: 1, name: words.usersList })).toBeVisible();
  const row = await findUser(page, words, wanted);
  await expect(row).toContainText(words.status.active);
  await expect(row).toContainText("Customer service");
  await expect(row).toContainText(words.yes);
  await strip(page).getByRole("link", { name: `Kim ${wanted.lastName}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: words.editUser })).toBeVisible();
  await expect(page.getByLabel(words.email, { exact: true })).toHaveValue(wanted.email);
  await expect(page.getByLabel(words.interfaceLanguage)).toHaveValue("de");
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  expect(await api.user(id)).toMatchObject({ email: wanted.email, agent: true, language: "de", status: "active" });
});

test("what is wrong is listed first, focused and linked, and goes as it is mended", async ({ page, words }) => {
  await page.goto("/users/new");
  await create(page, words);
  const summary = page.getByRole("group", { name: words.thereIsAProblem });
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(`^${words.error}`));
  await summary.getByRole("link", { name: words.enterFirstName }).click();
  await expect(page.getByLabel(words.firstName)).toBeFocused();
  await page.keyboard.type("Kim");
  await expect(summary.getByRole("link", { name: words.enterFirstName })).toHaveCount(0);

  await fill(page, words, entry());
  await page.getByLabel(words.repeatPassword, { exact: true }).fill("something else");
  await create(page, words);
  await expect(summary).toContainText(words.passwordsDiffer);
});

test("an e-mail that is taken is said at its field; a deleted user's can be restored from there", async ({
  page,
  words,
  api,
  newUser,
  watch,
}) => {
  watch.allowStatus(409);
  const deleted = await newUser();
  await api.delete(deleted);
  await page.goto("/users/new");
  const wanted = { ...entry(), email: deleted.email.toUpperCase() };
  await fill(page, words, wanted);
  await create(page, words);
  await expect(page.getByRole("group", { name: words.thereIsAProblem })).toContainText(words.emailTaken);
  await expect(page.getByLabel(words.lastName)).toHaveValue(wanted.lastName);
  await expect(page.getByLabel(words.password, { exact: true })).toHaveValue(wanted.password);
  await page.getByRole("button", { name: words.restoreNamed(`Robin ${deleted.lastName}`) }).click();
  await expect(strip(page)).toContainText(words.restored(`Robin ${deleted.lastName}`));
  expect((await api.user(deleted.id)).status).toBe("deactivated");
});

test("one after the other, and not left by mistake", async ({ page, words }) => {
  const wanted = entry();
  await page.goto("/users");
  await page.getByRole("link", { name: words.addNewUser }).click();
  await fill(page, words, wanted);
  await page.getByRole("button", { name: words.createAnother }).click();
  await expect(strip(page)).toContainText(words.created(`Kim ${wanted.lastName}`));
  await expect(page.getByLabel(words.email, { exact: true })).toBeFocused();
  await expect(page.getByLabel(words.lastName)).toHaveValue("");

  await page.keyboard.type("half typed");
  await page.getByRole("navigation").getByRole("link", { name: words.users, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: words.leaveTitle });
  await expect(dialog.getByRole("button", { name: words.keepEditing })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(words.email, { exact: true })).toHaveValue("half typed");
  await page.goBack();
  await dialog.getByRole("button", { name: words.leaveWithoutSaving }).click();
  await expect(page.getByLabel(words.email, { exact: true })).toHaveCount(0);
});

test("a second click creates nobody twice, and a lost answer neither", async ({ page, words, watch }) => {
  watch.allowLostConnection();
  const wanted = entry();
  await page.goto("/users/new");
  await fill(page, words, wanted);
  let lost = false;
  await page.route("**/api/v1/users", async (route) => {
    if (lost || route.request().method() !== "POST") return route.continue();
    lost = true;
    // The server has done it, but the answer gets lost on its way.
    await route.fetch();
    await route.abort("failed");
  });
  await create(page, words);
  await expect(page.getByRole("group", { name: words.thereIsAProblem })).toContainText(words.noConnection);
  await page.getByRole("button", { name: words.create, exact: true }).dblclick();
  await expect(strip(page)).toContainText(words.created(`Kim ${wanted.lastName}`));
  await findUser(page, words, wanted);
});
