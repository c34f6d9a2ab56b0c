import type { Page } from "@playwright/test";
import { failToSignIn, ownAddress } from "../support/address.ts";
import { chooseOwn, fullName, strip } from "../support/page.ts";
import { expect, signIn, test, unique, visitorTest } from "../support/test.ts";
import type { Words } from "../support/words.ts";

visitorTest("who may do nothing else changes their own names and language", async ({ page, words, newUser, api, language }) => {
  const person = await newUser({ group: "Content editors" });
  await signIn(page, person);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: words.nothingHere })).toBeVisible();
  await page.getByRole("link", { name: words.toMyAccount }).click();
  await expect(page.getByRole("heading", { level: 1, name: words.myAccount })).toBeFocused();
  await expect(page.getByText(person.email)).toBeVisible();

  const name = unique();
  await page.getByLabel(words.lastName).fill(name);
  await page.getByLabel(words.interfaceLanguage).selectOption(language === "en" ? "de" : "en");
  await page.getByRole("button", { name: words.update, exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", language === "en" ? "de" : "en");
  await expect(page.getByRole("banner")).toContainText(`Robin ${name}`);
  expect(await api.user(person.id)).toMatchObject({ lastName: name, version: person.version + 1 });
});

visitorTest("the menu saves the language of everybody", async ({ page, words, newUser, language }) => {
  const person = await newUser({ group: "Content editors" });
  await signIn(page, person);
  await page.goto("/account");
  await page.getByRole("button", { name: words.yourMenu(fullName(person)) }).click();
  await page.getByRole("menuitemradio", { name: language === "en" ? "Deutsch" : "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", language === "en" ? "de" : "en");
});

test("what somebody else changed meanwhile is shown, and nothing typed is lost", async ({ page, words, me, api, watch }) => {
  watch.allowStatus(412);
  await page.goto("/users");
  await chooseOwn(page, words, me, words.myAccount);
  const mine = unique();
  await page.getByLabel(words.lastName).fill(mine);
  await api.update(await api.user(me.id), { firstName: "Theirs", lastName: "Theirs" });
  await page.getByRole("button", { name: words.update, exact: true }).click();

  const notice = page.getByRole("group", { name: words.rightsChanged });
  await expect(notice).toBeFocused();
  await expect(page.getByLabel(words.firstName)).toHaveValue("Theirs");
  await expect(page.getByLabel(words.lastName)).toHaveValue(mine);
  await page.getByRole("button", { name: words.update, exact: true }).click();
  await expect(strip(page)).toContainText(words.accountUpdated);
  expect(await api.user(me.id)).toMatchObject({ firstName: "Theirs", lastName: mine });
});

test("leaving with changed names asks", async ({ page, words }) => {
  await page.goto("/account");
  await page.getByLabel(words.firstName).fill("Kim");
  await page.getByRole("navigation").getByRole("link").first().click();
  await expect(page.getByRole("dialog", { name: words.leaveTitle })).toBeVisible();
});

visitorTest("a new password takes the one so far, and ends the other sessions but not this one", async ({
  page,
  browser,
  words,
  newUser,
  watch,
}) => {
  watch.allowStatus(422);
  const person = await newUser({ group: "Content editors" });
  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, person);
  await elsewhere.goto("/account");
  await signIn(page, person);
  await page.goto("/account");
  const next = unique() + unique();
  await typePasswords(page, words, "not the password", next);
  await expect(page.getByLabel(words.currentPassword, { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("group", { name: words.thereIsAProblem })).toContainText(words.wrongPassword);
  await expect(page.getByLabel(words.newPassword, { exact: true })).toHaveValue(next);

  await typePasswords(page, words, person.password, "short");
  await expect(page.getByRole("group", { name: words.thereIsAProblem })).toContainText(words.newPasswordTooShort);

  const sessions = page.getByRole("region", { name: words.sessions });
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  await typePasswords(page, words, person.password, next);
  await expect(strip(page)).toContainText(words.passwordChanged);
  await expect(page.getByLabel(words.newPassword, { exact: true })).toHaveValue("");
  await expect(sessions.getByRole("listitem")).toHaveCount(1);

  await elsewhere.goto("/account");
  await expect(elsewhere.getByRole("heading", { level: 1, name: words.signIn })).toBeVisible();
  await elsewhere.context().close();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: words.myAccount })).toBeVisible();
});

test("after too many wrong passwords the right one has to wait too, and what was typed stays", async ({ page, words, watch, me }) => {
  watch.allowStatus(429);
  const stranger = ownAddress();
  for (let failures = 0; failures < 5; failures += 1) await failToSignIn(stranger, me.email);
  await page.goto("/account");
  const next = unique() + unique();
  await typePasswords(page, words, me.password, next);
  const summary = page.getByRole("group", { name: words.thereIsAProblem });
  await expect(summary).toContainText(words.tooManyPasswords);
  await expect(summary).toBeFocused();
  await expect(page.getByLabel(words.newPassword, { exact: true })).toHaveValue(next);
});

test("the theme is chosen here as in the menu", async ({ page, words }) => {
  await page.goto("/account");
  await page.getByRole("radio", { name: words.dark }).check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("radio", { name: words.likeTheSystem }).check();
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
});

visitorTest("who may read only groups begins there", async ({ page, words, newUser, newGroup }) => {
  const person = await newUser({ group: await newGroup("allow groups.read") });
  await page.goto("/sign-in");
  await page.getByLabel(words.email).fill(person.email);
  await page.getByLabel(words.password, { exact: true }).fill(person.password);
  await page.getByRole("button", { name: words.signIn }).click();
  await expect(page.getByRole("heading", { level: 1, name: words.groups })).toBeVisible();
});

async function typePasswords(page: Page, words: Words, current: string, next: string): Promise<void> {
  await page.getByLabel(words.currentPassword, { exact: true }).fill(current);
  await page.getByLabel(words.newPassword, { exact: true }).fill(next);
  await page.getByLabel(words.repeatNewPassword, { exact: true }).fill(next);
  await page.getByRole("button", { name: words.changePassword, exact: true }).click();
}

test("in the form of users, one's own password leads to where the current one is asked for", async ({ page, words, me }) => {
  await page.goto(`/users/${me.id}`);
  await expect(page.getByLabel(words.firstName)).toHaveValue(me.firstName);
  await expect(page.getByLabel(words.password, { exact: true })).toHaveCount(0);
  await page.getByRole("link", { name: words.changeOwnPassword }).click();
  await expect(page.getByLabel(words.currentPassword, { exact: true })).toBeVisible();
});
