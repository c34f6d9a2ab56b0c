import type { Page } from "@playwright/test";
import { findUser, fullName } from "../support/page.ts";
import { expect, test, unique } from "../support/test.ts";
import type { Words } from "../support/words.ts";

const rows = (page: Page) => page.getByRole("row").filter({ has: page.getByRole("rowheader") });

async function open(page: Page, words: Words, query = ""): Promise<void> {
  await page.goto(`/users${query}`);
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByRole("table", { name: words.usersList })).toHaveAttribute("aria-busy", "false");
}

test("the list has its columns, and Add New User at the top", async ({ page, words }) => {
  await open(page, words);
  await expect(page).toHaveTitle(`${words.usersList} – ${words.product}`);
  for (const column of Object.values(words.columns)) {
    await expect(page.getByRole("columnheader", { name: column, exact: true })).toBeVisible();
  }
  await expect(page.getByRole("link", { name: words.addNewUser })).toBeVisible();
  await expect(page.getByRole("navigation").getByRole("link", { name: words.users, exact: true })).toBeVisible();
});

test("a search finds the beginning of any word, stands in the address, and can be cleared", async ({
  page,
  words,
  newUser,
}) => {
  const user = await newUser({ firstName: "Zoë Ångström" });
  await open(page, words);
  const box = page.getByRole("searchbox", { name: words.search });
  await box.fill(user.lastName.slice(0, 9));
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(fullName(user));
  await expect(page).toHaveURL(/[?&]q=/);
  await box.fill(`angst ${user.lastName}`);
  await expect(page).toHaveURL(/q=angst/);
  await expect(rows(page)).toHaveCount(1);

  await page.reload();
  await expect(box).toHaveValue(`angst ${user.lastName}`);
  await expect(rows(page)).toHaveCount(1);
  await box.fill(`no ${unique()}`);
  await expect(page.getByText(words.noMatch)).toBeVisible();
  await page.getByRole("button", { name: words.clearFilters }).last().click();
  await expect(box).toHaveValue("");
  await expect(rows(page).nth(5)).toBeVisible();
  expect(new URL(page.url()).search).toBe("");
});

test("filters narrow the list one by one, and Back takes the last one away", async ({ page, words }) => {
  await open(page, words);
  const { columns, status } = words;
  await page.getByLabel(columns.status).selectOption({ label: status.active });
  await expect(page).toHaveURL(/status=active/);
  await page.getByLabel(columns.agent).selectOption({ label: words.yes });
  await expect(page).toHaveURL(/agent=true/);
  await page.getByLabel(words.group, { exact: true }).selectOption({ label: "Customer service" });
  await expect(page).toHaveURL(/group=/);
  await expect(page.getByRole("table")).toHaveAttribute("aria-busy", "false");
  for (const row of await rows(page).all()) {
    await expect(row).toContainText(status.active);
    await expect(row).toContainText("Customer service");
  }
  await page.goBack();
  await expect(page).not.toHaveURL(/group=/);
  await expect(page.getByLabel(columns.agent)).toHaveValue("true");
  await page.goBack();
  await expect(page.getByLabel(columns.agent)).toHaveValue("all");
  await expect(page.getByLabel(columns.status)).toHaveValue("active");
});

test("the list is sorted by a heading, either way, and by the choice beside it", async ({ page, words, me }) => {
  await open(page, words);
  const heading = page.getByRole("columnheader", { name: words.columns.email });
  for (const direction of ["ascending", "descending"] as const) {
    await heading.getByRole("button").click();
    await expect(heading).toHaveAttribute("aria-sort", direction);
    await expect(page).toHaveURL(direction === "ascending" ? /sort=email/ : /order=desc/);
    await expect(page.getByRole("table")).toHaveAttribute("aria-busy", "false");
    const emails = await rows(page).locator("td:nth-child(2) bdi").allInnerTexts();
    const sorted = [...emails].sort();
    expect(emails.length).toBeGreaterThan(5);
    expect(emails).toEqual(direction === "ascending" ? sorted : sorted.reverse());
  }
  await page.getByLabel(words.sortBy).selectOption("createdAt desc");
  await expect(page).toHaveURL(/sort=createdAt/);
  await expect(rows(page).filter({ hasText: fullName(me) })).toBeVisible();
});

test("pages lead forward and back; into a user and back the place is the same", async ({ page, words }) => {
  await open(page, words, "?status=active&sort=email");
  const pager = page.getByRole("navigation", { name: words.pages });
  const firstRow = await rows(page).first().innerText();
  await pager.getByRole("button", { name: words.next }).click();
  await expect(page).toHaveTitle(new RegExp(words.page(2)));
  await expect(rows(page).first()).not.toHaveText(firstRow);
  await expect(page.getByRole("table")).toHaveAttribute("aria-busy", "false");

  const link = rows(page).nth(15).getByRole("rowheader").getByRole("link");
  const name = await link.innerText();
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name: words.editUser })).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByRole("link", { name, exact: true })).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);

  await pager.getByRole("button", { name: words.previous }).click();
  await expect(rows(page).first()).toContainText(firstRow.split("\t")[0] ?? "");
});

test("unknown values in the address are dropped quietly", async ({ page, words }) => {
  await open(page, words, "?status=sleeping&sort=shoeSize&page=-3&colour=red");
  await expect(page.getByLabel(words.columns.status)).toHaveValue("all");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("columns can be hidden, and the browser keeps that", async ({ page, words }) => {
  await open(page, words);
  await page.getByRole("button", { name: words.shownColumns }).click();
  await page.getByRole("checkbox", { name: words.columns.lastSignIn }).uncheck();
  await expect(page.getByRole("columnheader", { name: words.columns.lastSignIn })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("columnheader", { name: words.columns.email })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: words.columns.lastSignIn })).toHaveCount(0);
});

test("names are shown as text, whatever they contain", async ({ page, words, newUser }) => {
  const names = ["<script>alert(1)</script>", "O'Neil \"Q\" &amp;", "أمير حداد", "👩‍👩‍👧 =cmd", "Ж".repeat(100)];
  for (const firstName of names) {
    const user = await newUser({ firstName });
    await open(page, words);
    const row = await findUser(page, words, user);
    await expect(row.getByRole("rowheader")).toHaveText(fullName(user));
  }
});

test("the keyboard reaches search, creation and every action", async ({ page, words, newUser }) => {
  const user = await newUser();
  await open(page, words);
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type(user.lastName);
  await expect(rows(page)).toHaveCount(1);
  const more = page.getByRole("button", { name: words.moreActions(fullName(user)) });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: words.assignCustomers })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: words.deactivate })).toBeFocused();
  await page.keyboard.press("End");
  await expect(page.getByRole("menuitem", { name: words.delete })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("c");
  await expect(page.getByRole("heading", { level: 1, name: words.addNewUser })).toBeFocused();
});
