import type { Browser, Page } from "@playwright/test";
import { fullName, strip } from "../support/page.ts";
import { expect, signIn, test, type Person } from "../support/test.ts";
import type { Words } from "../support/words.ts";

/** The same or another person in a browser of their own. */
async function elsewhere(browser: Browser, person: Person): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, person);
  await page.goto("/account");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return page;
}

async function expectSignedOut(page: Page, words: Words): Promise<void> {
  await page.goto("/account");
  await expect(page.getByRole("heading", { level: 1, name: words.signIn })).toBeVisible();
  await page.context().close();
}

test("one sees where one is signed in, and ends one session and then all others", async ({ page, browser, words, me }) => {
  const [second, third] = [await elsewhere(browser, me), await elsewhere(browser, me)];
  await page.goto("/account");
  const sessions = page.getByRole("region", { name: words.sessions });
  await expect(sessions.getByRole("listitem")).toHaveCount(3);
  await expect(sessions.getByRole("listitem").filter({ hasText: words.thisSession })).toHaveCount(1);
  await expect(sessions.getByRole("button", { name: words.endSession })).toHaveCount(2);

  // The newest stands first: the third browser's.
  await sessions.getByRole("button", { name: words.endSession }).first().click();
  await expect(strip(page)).toContainText(words.sessionEnded);
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  await expect(sessions.getByRole("heading", { level: 2 })).toBeFocused();
  await expectSignedOut(third, words);

  await sessions.getByRole("button", { name: words.endOtherSessions }).click();
  await page.getByRole("dialog").getByRole("button", { name: words.endOtherSessions }).click();
  await expect(strip(page)).toContainText(words.otherSessionsEnded);
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await expectSignedOut(second, words);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: words.myAccount })).toBeVisible();
});

test("an administrator signs somebody out everywhere", async ({ page, browser, words, newUser }) => {
  const person = await newUser();
  const theirs = await elsewhere(browser, person);
  await page.goto(`/users/${person.id}`);
  const sessions = page.getByRole("region", { name: words.sessions });
  await sessions.getByRole("button", { name: words.endAllSessions }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(fullName(person));
  await dialog.getByRole("button", { name: words.endAllSessions }).click();
  await expect(strip(page)).toContainText(words.allSessionsEnded(fullName(person)));
  await expect(sessions).toContainText(words.notSignedIn);
  await expectSignedOut(theirs, words);
});

test("a session that has ended meanwhile counts as ended", async ({ page, browser, words, me, watch }) => {
  watch.allowStatus(404);
  const second = await elsewhere(browser, me);
  await page.goto("/account");
  const sessions = page.getByRole("region", { name: words.sessions });
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  await second.evaluate(() => fetch("/api/v1/session", { method: "DELETE", headers: { "X-Requested-With": "backoffice" } }));
  await sessions.getByRole("button", { name: words.endSession }).click();
  await expect(strip(page)).toContainText(words.sessionEnded);
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await second.context().close();
});
