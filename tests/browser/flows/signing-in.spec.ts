import { chooseOwn, fullName } from "../support/page.ts";
import { expect, test, visitorTest } from "../support/test.ts";

visitorTest("signing in leads where one was going, after a slip too", async ({ page, words, newUser }) => {
  const person = await newUser({ group: "Administrators" });
  await page.goto("/users?status=deleted");
  await expect(page.getByRole("heading", { level: 1, name: words.signIn })).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in\?next=/);

  await page.getByLabel(words.email).fill(person.email);
  await page.getByLabel(words.password, { exact: true }).fill("a wrong password");
  await page.getByRole("button", { name: words.signIn }).click();
  const summary = page.getByRole("group", { name: words.thereIsAProblem });
  await expect(summary).toContainText(words.signInFailed);
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(`^${words.error}`));
  await expect(page.getByLabel(words.email)).toHaveValue(person.email);
  await expect(page.getByLabel(words.password, { exact: true })).toHaveValue("");

  await page.getByLabel(words.password, { exact: true }).fill(person.password);
  await page.getByRole("button", { name: words.show(words.password) }).click();
  await expect(page.getByLabel(words.password, { exact: true })).toHaveAttribute("type", "text");
  await page.getByLabel(words.password, { exact: true }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: words.usersList })).toBeFocused();
  await expect(page).toHaveURL(/\/users\?status=deleted$/);
});

visitorTest("a browser in which nobody signed in asks the API nothing before it shows where to", async ({ page, words }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith("/api/")) asked.push(request.url());
  });
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: words.signIn })).toBeVisible();
  expect(asked).toEqual([]);
});

test("signing out says so; Back shows nothing of what was there, and other tabs are signed out", async ({
  page,
  words,
  me,
  context,
}) => {
  await page.goto("/users");
  await expect(page.getByRole("table", { name: words.usersList })).toBeVisible();
  await page.getByRole("link", { name: words.addNewUser }).click();
  await expect(page.getByRole("heading", { level: 1, name: words.addNewUser })).toBeVisible();
  const second = await context.newPage();
  await second.goto("/users");
  await expect(second.getByRole("table", { name: words.usersList })).toBeVisible();

  await chooseOwn(page, words, me, words.signOut);
  await expect(page.getByText(words.signedOut)).toBeVisible();
  await expect(second.getByText(words.signedOut)).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: words.signIn })).toBeVisible();
  await expect(page.getByText(fullName(me))).toHaveCount(0);
});

visitorTest("a next address of another site is not followed", async ({ page, words, newUser }) => {
  const person = await newUser({ group: "Administrators" });
  await page.goto("/sign-in?next=https://example.org/users");
  await page.getByLabel(words.email).fill(person.email);
  await page.getByLabel(words.password, { exact: true }).fill(person.password);
  await page.getByRole("button", { name: words.signIn }).click();
  await expect(page.getByRole("heading", { level: 1, name: words.usersList })).toBeVisible();
  await expect(page).toHaveURL(/\/users$/);
});

visitorTest("who may do nothing here sees their own account", async ({ page, words, newUser }) => {
  const person = await newUser({ group: "Content editors" });
  await page.goto("/sign-in");
  await page.getByLabel(words.email).fill(person.email);
  await page.getByLabel(words.password, { exact: true }).fill(person.password);
  await page.getByRole("button", { name: words.signIn }).click();
  await expect(page.getByRole("heading", { level: 1, name: words.nothingHere })).toBeVisible();
  await expect(page.getByText(person.email)).toBeVisible();
});

test("the interface language changes where one stands, and nothing typed is lost", async ({ page, words, me, language }) => {
  await page.goto("/users");
  await page.getByRole("searchbox", { name: words.search }).fill("zz");
  await page.getByRole("button", { name: words.yourMenu(fullName(me)) }).click();
  await page.getByRole("menuitemradio", { name: language === "en" ? "Deutsch" : "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", language === "en" ? "de" : "en");
  await expect(page.getByRole("searchbox")).toHaveValue("zz");
  await expect(page.getByText(words.languageSaved)).toHaveCount(0);
});

test("a session that has ended is begun again in place, by the same person", async ({ page, words, me, api }) => {
  await page.goto("/users/new");
  await page.getByLabel(words.firstName).fill("Typed before");
  // A new password ends every session.
  await api.update(await api.user(me.id), { password: `${me.password}!` });
  await page.getByLabel(words.email, { exact: true }).fill("new@example.com");
  await page.getByRole("button", { name: words.create, exact: true }).click();
  await expect(page.getByRole("group", { name: words.thereIsAProblem })).toBeVisible();
  await page.getByLabel(words.lastName).fill(me.lastName);
  await page.getByLabel(words.email, { exact: true }).fill(`again.${me.email}`);
  await page.getByLabel(words.password, { exact: true }).fill(me.password);
  await page.getByLabel(words.repeatPassword, { exact: true }).fill(me.password);
  await page.getByRole("checkbox", { name: "Content editors" }).check();
  await page.getByRole("button", { name: words.create, exact: true }).click();

  const dialog = page.getByRole("dialog", { name: words.signInAgain });
  await expect(dialog).toBeVisible();
  await dialog.getByLabel(words.password, { exact: true }).fill(`${me.password}!`);
  await dialog.getByRole("button", { name: words.signIn, exact: true }).click();
  await expect(page.getByText(words.created(`Typed before ${me.lastName}`))).toBeVisible();
});
