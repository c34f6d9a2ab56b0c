import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { Api, type User } from "../support/api.ts";
import { fullName, newCustomers, strip } from "../support/page.ts";
import { expect, signIn, test, unique } from "../support/test.ts";

const rows = (page: Page) => page.getByRole("row").filter({ has: page.getByRole("rowheader") });
const entries = (page: Page) => page.locator(".timeline > li");

/** Changes a user so often, one after the other. */
async function rename(api: Api, user: User, times: number): Promise<void> {
  let current = user;
  for (let at = 0; at < times; at += 1) current = await api.update(current, { firstName: `Robin ${at}` });
}

test("what was changed of a user stands in their history, before and now in words", async ({ page, words, newUser }) => {
  const user = await newUser();
  await page.goto(`/users/${user.id}`);
  const history = page.getByRole("region", { name: words.history });
  await expect(history).toContainText(words.createdThisUser);
  await expect(entries(page)).toHaveCount(1);

  await page.getByLabel(words.firstName).fill("Sam");
  await page.getByRole("checkbox", { name: "Customer service" }).check();
  await page.getByRole("checkbox", { name: words.agent, exact: true }).check();
  await page.getByRole("button", { name: words.update }).click();
  await expect(strip(page)).toContainText(words.updated(`Sam ${user.lastName}`));
  await page.goto(`/users/${user.id}`);
  const newest = entries(page).first();
  await expect(newest).toContainText(words.editedThisUser);
  await expect(newest.locator("del").filter({ hasText: /^Robin$/ })).toBeVisible();
  await expect(newest.locator("ins").filter({ hasText: /^Sam$/ })).toBeVisible();
  await expect(newest.locator("ins").filter({ hasText: "Customer service" })).toBeVisible();
  await expect(newest.locator("ins").filter({ hasText: new RegExp(`^${words.yes}$`) })).toBeVisible();

  await history.getByRole("link", { name: words.openInAudit }).click();
  await expect(page.getByRole("heading", { level: 1, name: words.audit })).toBeFocused();
  await expect(rows(page)).toHaveCount(2);
});

test("a long history shows ten events, and older ones on demand", async ({ page, words, newUser, api }) => {
  const user = await newUser();
  await rename(api, user, 11);
  await page.goto(`/users/${user.id}`);
  await expect(entries(page)).toHaveCount(10);
  await page.getByRole("button", { name: words.showOlder }).click();
  await expect(entries(page)).toHaveCount(12);
  await expect(entries(page).last()).toContainText(words.createdThisUser);
  await expect(page.getByRole("button", { name: words.showOlder })).toHaveCount(0);
  await expect(entries(page).nth(10)).toBeFocused();
});

test("events are narrowed in the rows and above them, and Back takes the last filter away", async ({
  page,
  words,
  me,
  newUser,
}) => {
  const user = await newUser();
  await (await Api.signIn(me.email, me.password)).update(user, { firstName: "Sam" });
  const target = `user:${user.id}`;
  await page.goto(`/audit?target=${target}&action=nonsense&actor=somebody`);
  await expect(rows(page)).toHaveCount(2);
  const filter = words.onlyTarget(`Sam ${user.lastName}`);
  await expect(page.getByRole("button", { name: words.removeFilter(filter) })).toBeVisible();

  await page.getByRole("link", { name: words.onlyActor(fullName(me)) }).click();
  await expect(page).toHaveURL(new RegExp(`actor=${me.id}`));
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByLabel(words.who, { exact: true })).toHaveValue(me.id);
  await page.goBack();
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByLabel(words.who, { exact: true })).toHaveValue("");

  await page.getByLabel(words.what, { exact: true }).selectOption({ label: words.userCreated });
  await expect(page).toHaveURL(/action=user\.created/);
  await expect(rows(page)).toHaveCount(1);
  await page.getByLabel(words.when, { exact: true }).selectOption({ label: words.today });
  await expect(page).toHaveURL(/period=today/);
  await expect(rows(page)).toHaveCount(1);
  await page.reload();
  await expect(page.getByLabel(words.when, { exact: true })).toHaveValue("today");
  await page.getByLabel(words.when, { exact: true }).selectOption({ label: words.daysOfMyChoice });
  await page.getByLabel(words.lastDay).fill("2020-02-29");
  await expect(page).toHaveURL(/until=2020-02-29/);
  await expect(page.getByText(words.noMatch)).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel(words.when, { exact: true })).toHaveValue("today");
  await page.goBack();
  await expect(page.getByLabel(words.when, { exact: true })).toHaveValue("any");

  // Since the page was loaded anew, it has met nothing but the event of before the name changed.
  await page.getByRole("button", { name: words.removeFilter(words.onlyTarget(fullName(user))) }).click();
  await expect(page).not.toHaveURL(/target=/);
  await page.getByRole("button", { name: words.clearFilters }).click();
  expect(new URL(page.url()).search).toBe("");
});

test("pages of events lead forward and back", async ({ page, words, newUser, api }) => {
  const user = await newUser();
  await rename(api, user, 27);
  await page.goto(`/audit?target=user:${user.id}`);
  await expect(rows(page)).toHaveCount(25);
  const pager = page.getByRole("navigation", { name: words.pages });
  const newest = await rows(page).first().getByRole("rowheader").innerText();
  await pager.getByRole("button", { name: words.next }).click();
  await expect(page).toHaveTitle(new RegExp(words.page(2)));
  await expect(rows(page)).toHaveCount(3);
  await pager.getByRole("button", { name: words.previous }).click();
  await expect(rows(page)).toHaveCount(25);
  await expect(rows(page).first().getByRole("rowheader")).toHaveText(newest);
});

test("everything that the filters show is exported, and nothing in it runs as a formula", async ({
  page,
  words,
  newUser,
  api,
  watch,
}) => {
  watch.allowStatus(503);
  const user = await newUser({ firstName: "=1+1" });
  await api.update(user, { firstName: 'Say "hi", Zoë' });
  await page.goto(`/audit?target=user:${user.id}`);
  await expect(rows(page)).toHaveCount(2);
  await page.route("**/api/v1/audit-events?*limit=100*", (route) =>
    route.fulfill({ status: 503, json: { code: "store_unavailable", status: 503, requestId: "0199-ab" } }),
  );
  await page.getByRole("button", { name: words.exportCsv }).click();
  await expect(page.getByRole("alert")).toContainText(words.exportFailed);
  await page.unrouteAll();

  const downloaded = page.waitForEvent("download");
  await page.getByRole("button", { name: words.tryAgain }).click();
  const download = await downloaded;
  expect(download.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);
  await expect(strip(page)).toContainText(words.exported(2));
  const text = await readFile(await download.path(), "utf8");
  expect(text.startsWith("\ufefftime,actor,actor id,action,target kind,target,target id,field,from,to,address,request id\r\n")).toBe(true);
  expect(text).toContain(`,firstName,'=1+1,"Say ""hi"", Zoë",`);
  expect(text).toContain(`,firstName,,'=1+1,`);
  expect(text).not.toMatch(/,=/);
});

test("who may not read the audit meets neither the section nor a history", async ({ browser, words, newUser }) => {
  const [somebody, person] = [await newUser(), await newUser({ group: "Customer service", lastName: unique() })];
  const page = await (await browser.newContext()).newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await signIn(page, person);
  await page.goto(`/users/${somebody.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("navigation").getByRole("link", { name: words.users, exact: true })).toBeVisible();
  await expect(page.getByRole("navigation").getByRole("link", { name: words.audit })).toHaveCount(0);
  await expect(page.getByRole("region", { name: words.history })).toHaveCount(0);
  expect(asked.filter((url) => url.includes("/audit-events"))).toEqual([]);
  await page.goto("/audit");
  await expect(page.getByRole("heading", { level: 1, name: words.nothingHere })).toBeVisible();
  await page.context().close();
});

test("what has happened to a customer is shown where customers are assigned", async ({ page, words, newUser, api }) => {
  const user = await newUser();
  const { name, customers } = await newCustomers(api, 1);
  await api.assign(user.id, [customers[0]?.id ?? ""]);
  await page.goto(`/users/${user.id}/customers?q=${name}`);
  const label = words.historyOf(`Kim000 ${name}`);
  const assigned = page.getByRole("region", { name: words.assignedCustomers });
  const opener = assigned.getByRole("button", { name: label });
  await opener.click();
  const dialog = page.getByRole("dialog", { name: label });
  await expect(dialog.getByRole("listitem").first()).toContainText(words.assignedThisCustomer);
  await expect(dialog.locator("ins")).toContainText([fullName(user)]);
  await expect(dialog.locator(".timeline > li").last()).toContainText(words.createdThisCustomer);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
});
