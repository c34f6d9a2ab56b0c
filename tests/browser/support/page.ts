import { expect, type Locator, type Page } from "@playwright/test";
import type { Api, Customer, User } from "./api.ts";
import { unique } from "./test.ts";
import type { Words } from "./words.ts";

export function fullName({ firstName, lastName }: Pick<User, "firstName" | "lastName">): string {
  return `${firstName} ${lastName}`;
}

/** The one message of the page. */
export function strip(page: Page): Locator {
  return page.locator(".strip");
}

/** A user's row in the list, found by searching: a list of thousands may have it on any page. */
export async function findUser(page: Page, words: Words, user: Pick<User, "firstName" | "lastName">): Promise<Locator> {
  await page.getByRole("searchbox", { name: words.search }).fill(user.lastName);
  const row = page.getByRole("row").filter({ hasText: fullName(user) });
  await expect(row).toHaveCount(1);
  return row;
}

/** Chooses one of the actions in the menu of a row. */
export async function chooseAction(page: Page, words: Words, user: User, action: string): Promise<void> {
  await page.getByRole("button", { name: words.moreActions(fullName(user)) }).click();
  await page.getByRole("menuitem", { name: action, exact: true }).click();
}

/** Chooses an entry of the person's own menu. */
export async function chooseOwn(page: Page, words: Words, me: User, entry: string): Promise<void> {
  await page.getByRole("button", { name: words.yourMenu(fullName(me)) }).click();
  await page.getByRole("menuitem", { name: entry }).click();
}

/** Customers that only this test knows, found by searching for `name`. */
export async function newCustomers(api: Api, count: number): Promise<{ name: string; customers: Customer[] }> {
  const name = unique();
  const customers: Customer[] = [];
  for (let at = 0; at < count; at += 1) {
    const number = String(at).padStart(3, "0");
    const body = { email: `${name}.${number}@example.com`, firstName: `Kim${number}`, lastName: name, gender: "diverse" };
    customers.push(await api.putCustomer(`T-${name}-${number}`, body));
  }
  // The search's index may lag, and the page does not ask again by itself.
  const found = `/customers?limit=100&q=${name}`;
  await expect.poll(async () => (await api.ask<{ items: Customer[] }>("GET", found)).items.length).toBe(count);
  return { name, customers };
}

/** Nothing sticks out of the window sideways. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const [width, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(width).toBeLessThanOrEqual(room ?? 0);
}
