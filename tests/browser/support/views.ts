import { expect, type Locator, type Page } from "@playwright/test";
import type { Api, Customer } from "./api.ts";
import { findUser, fullName, newCustomers } from "./page.ts";
import { giveSession, type Person } from "./test.ts";
import type { Watch } from "./watch.ts";
import type { Words } from "./words.ts";

/** What the views are shown with: a user with a customer, a deleted user, and customers of nobody and of others. */
export interface Cast {
  user: Person;
  deleted: Person;
  /** The word by which all the customers are found; the user has the first of them. */
  name: string;
  customers: Customer[];
}

export async function gather(api: Api, newUser: () => Promise<Person>): Promise<Cast> {
  const [user, deleted, other] = [await newUser(), await newUser(), await newUser()];
  const { name, customers } = await newCustomers(api, 4);
  const [first, second, third] = customers.map(({ id }) => id);
  await api.assign(user.id, [first ?? ""]);
  await api.assign(other.id, [second ?? ""]);
  await api.assign(deleted.id, [third ?? ""]);
  await api.delete(await api.user(deleted.id));
  return { user, deleted, name, customers };
}

interface View {
  /** Completes "… on <name>". */
  name: string;
  signedOut?: boolean;
  /** Statuses that this view meets on purpose. */
  statuses?: number[];
  /** Whether showing it changes what the others are shown with. */
  changes?: boolean;
  open(page: Page, words: Words, cast: Cast): Promise<unknown>;
}

/** Every view of the page, and its dialogs and menus, each in the state with the most on it. */
export const VIEWS: readonly View[] = [
  {
    name: "the sign-in page",
    signedOut: true,
    open: (page, words) => at(page, "/sign-in?reason=self_deleted", words.signIn),
  },
  {
    name: "the sign-in page, refused",
    signedOut: true,
    async open(page, words) {
      await at(page, "/sign-in", words.signIn);
      await page.getByRole("button", { name: words.signIn }).click();
      await expect(page.getByRole("group", { name: words.thereIsAProblem })).toBeFocused();
    },
  },
  { name: "the Users List", open: openList },
  {
    name: "the Users List without a match",
    async open(page, words) {
      await at(page, "/users?q=qqqqqqqq", words.usersList);
      await expect(page.getByText(words.noMatch)).toBeVisible();
    },
  },
  {
    name: "the actions of a user",
    async open(page, words, { user }) {
      await at(page, "/users", words.usersList);
      await findUser(page, words, user);
      await page.getByRole("button", { name: words.moreActions(fullName(user)) }).click();
      await expect(page.getByRole("menu")).toBeVisible();
    },
  },
  {
    name: "the choice of columns",
    async open(page, words) {
      await openList(page, words);
      await page.getByRole("button", { name: words.shownColumns }).click();
      await expect(page.getByRole("checkbox").first()).toBeVisible();
    },
  },
  {
    name: "the person's own menu",
    async open(page, words) {
      await openList(page, words);
      await page.getByRole("banner").getByRole("button").click();
      await expect(page.getByRole("menu")).toBeVisible();
    },
  },
  {
    name: "the keyboard shortcuts",
    async open(page, words) {
      await openList(page, words);
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "the message after an action",
    changes: true,
    async open(page, words, { user }) {
      await at(page, "/users", words.usersList);
      await findUser(page, words, user);
      await page.getByRole("button", { name: words.moreActions(fullName(user)) }).click();
      await page.getByRole("menuitem", { name: words.deactivate }).click();
      await expect(page.getByRole("button", { name: words.undo })).toBeVisible();
    },
  },
  { name: "Add New User", open: (page, words) => at(page, "/users/new", words.addNewUser) },
  {
    name: "Add New User, refused",
    async open(page, words) {
      await at(page, "/users/new", words.addNewUser);
      await page.getByRole("button", { name: words.create, exact: true }).click();
      await expect(page.getByRole("group", { name: words.thereIsAProblem })).toBeFocused();
    },
  },
  {
    name: "the question before leaving",
    async open(page, words) {
      await at(page, "/users/new", words.addNewUser);
      await page.getByLabel(words.firstName).fill("Kim");
      await page.getByRole("navigation").getByRole("link").first().click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "Edit User, with the user's history",
    async open(page, words, { user }) {
      await at(page, `/users/${user.id}`, words.editUser);
      await openChanges(page.getByRole("region", { name: words.history }));
    },
  },
  {
    name: "a deleted user",
    async open(page, _words, { deleted }) {
      await page.goto(`/users/${deleted.id}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    },
  },
  { name: "the Warning page", open: (page, words, { user }) => at(page, `/users/${user.id}/delete`, words.warning) },
  { name: "Assign Customers to User", open: openAssign },
  {
    name: "what is to be assigned and unassigned",
    async open(page, words, cast) {
      await openAssign(page, words, cast);
      await page.getByRole("tab").nth(1).click();
      await page.getByRole("tab").nth(3).click();
      await expect(page.getByRole("tabpanel", { name: words.toBeUnassigned(1) })).toBeVisible();
    },
  },
  {
    name: "the report after saving",
    changes: true,
    async open(page, words, cast) {
      await openAssign(page, words, cast);
      await page.getByRole("button", { name: words.save, exact: true }).click();
      await page.locator("summary").click();
    },
  },
  {
    name: "Assign Customers to a deleted user",
    async open(page, words, { deleted }) {
      await at(page, `/users/${deleted.id}/customers`, words.assignCustomersToUser);
      await expect(page.getByText(words.userDeleted)).toBeVisible();
    },
  },
  {
    name: "the groups of a user, others ticked than saved",
    async open(page, words, { user }) {
      await at(page, `/users/${user.id}`, words.editUser);
      await page.getByRole("checkbox", { name: "Customer service", exact: true }).check();
      await page.locator(".preview summary").click();
      await page.locator(".explained").waitFor();
    },
  },
  {
    name: "what an administrator may do, and why",
    async open(page) {
      await page.goto("/account");
      await page.locator(".session-list").waitFor();
      const own = await page.evaluate(async () => (await (await fetch("/api/v1/session")).json()) as { user: { id: string } });
      await page.goto(`/users/${own.user.id}`);
      await page.locator(".explained summary").first().click();
      await expect(page.locator(".reasons").first()).toBeVisible();
    },
  },
  {
    name: "My account",
    async open(page, words) {
      await at(page, "/account", words.myAccount);
      await page.locator(".session-list").waitFor();
    },
  },
  {
    name: "My account, refused",
    async open(page, words) {
      await at(page, "/account", words.myAccount);
      await page.getByRole("button", { name: words.changePassword, exact: true }).click();
      await expect(page.getByRole("group", { name: words.thereIsAProblem })).toBeFocused();
    },
  },
  {
    name: "the list of groups",
    async open(page, words) {
      await at(page, "/groups", words.groups);
      await expect(page.getByRole("row").nth(3)).toBeVisible();
    },
  },
  {
    name: "Add Group",
    async open(page, words) {
      await at(page, "/groups/new", words.addGroup);
      await expect(page.getByRole("checkbox").first()).toBeVisible();
    },
  },
  {
    name: "Add Group, refused",
    async open(page, words) {
      await at(page, "/groups/new", words.addGroup);
      await page.getByRole("button", { name: words.create, exact: true }).click();
      await expect(page.getByRole("group", { name: words.thereIsAProblem })).toBeFocused();
    },
  },
  {
    name: "a group with its members",
    async open(page, words) {
      await openGroup(page, words);
      await page.getByRole("checkbox").last().check();
    },
  },
  {
    name: "people picked to be added to a group",
    async open(page, words, { user }) {
      await at(page, "/groups", words.groups);
      await page.getByRole("link", { name: "Customer service", exact: true }).click();
      await page.getByRole("searchbox", { name: words.addMember }).fill(user.lastName);
      await page.getByRole("checkbox", { name: words.pick(fullName(user)) }).check();
    },
  },
  {
    name: "the Warning about a group",
    async open(page, words) {
      await openGroup(page, words);
      await page.goto(`${page.url()}/delete`);
      await expect(page.getByRole("heading", { level: 2 })).toBeVisible();
    },
  },
  {
    name: "the list of roles",
    async open(page, words) {
      await at(page, "/roles", words.roles);
      await expect(page.getByRole("row").nth(2)).toBeVisible();
    },
  },
  {
    name: "Add Role",
    async open(page, words) {
      await at(page, "/roles/new", words.addRole);
      await expect(page.getByLabel(/users\.read/)).toBeVisible();
    },
  },
  {
    name: "the built-in role",
    async open(page, words) {
      await at(page, "/roles", words.roles);
      await page.getByRole("link", { name: "Administrator", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: words.viewRole })).toBeVisible();
    },
  },
  {
    name: "the Audit page",
    async open(page, words) {
      await at(page, "/audit", words.audit);
      await openChanges(page.getByRole("table"));
      await expect(page.getByRole("table")).toHaveAttribute("aria-busy", "false");
    },
  },
  {
    name: "the Audit page, narrowed to one user and some days",
    async open(page, words, { user }) {
      await at(page, `/audit?target=user:${user.id}&actor=${user.id}&period=custom&from=2026-01-01`, words.audit);
      await expect(page.getByText(words.noMatch)).toBeVisible();
    },
  },
  {
    name: "the details of an event",
    async open(page, words) {
      await at(page, "/audit", words.audit);
      await page.getByRole("button", { name: words.details }).first().click();
      await expect(page.locator(".panel code")).toBeVisible();
    },
  },
  {
    name: "the history of a customer",
    async open(page, words, { user, name, customers }) {
      await at(page, `/users/${user.id}/customers?q=${name}`, words.assignCustomersToUser);
      const label = words.historyOf(`${customers[0]?.firstName} ${customers[0]?.lastName}`);
      await page.getByRole("button", { name: label }).first().click();
      await expect(page.getByRole("dialog").getByRole("listitem").first()).toBeVisible();
    },
  },
  {
    name: "an address of nothing",
    open: (page, words) => at(page, "/nowhere", words.notFound),
  },
  {
    name: "what could not be loaded",
    statuses: [503],
    async open(page, words) {
      await page.route("**/api/v1/users?*", (route) =>
        route.fulfill({ status: 503, json: { code: "store_unavailable", status: 503, requestId: "0199-ab" } }),
      );
      await at(page, "/users", words.usersList);
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
];

async function at(page: Page, address: string, heading: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
}

/** Opens what an event changed, where that waits behind a summary. */
async function openChanges(events: Locator): Promise<void> {
  await events.locator("summary").first().click();
  await expect(events.locator("ins").first()).toBeVisible();
}

async function openList(page: Page, words: Words): Promise<void> {
  await at(page, "/users", words.usersList);
  await expect(page.getByRole("row").nth(5)).toBeVisible();
  await expect(page.getByRole("table")).toHaveAttribute("aria-busy", "false");
}

/** Content editors: every view's cast is among them. */
async function openGroup(page: Page, words: Words): Promise<void> {
  await at(page, "/groups", words.groups);
  await page.getByRole("link", { name: "Content editors", exact: true }).click();
  await expect(page.getByRole("table").getByRole("row").nth(1)).toBeVisible();
}

/** With something ticked, and something unticked. */
async function openAssign(page: Page, words: Words, { user, name, customers }: Cast): Promise<void> {
  await at(page, `/users/${user.id}/customers?q=${name}`, words.assignCustomersToUser);
  const [own, , , free] = customers;
  await page.getByRole("checkbox", { name: new RegExp(free?.id ?? "") }).check();
  await page.getByRole("checkbox", { name: new RegExp(own?.id ?? "") }).last().uncheck();
  await expect(page.getByText(words.toSave(1, 1))).toBeVisible();
}

interface Prepared {
  page: Page;
  words: Words;
  api: Api;
  cast: Cast;
  watch: Watch;
  viewer: Api;
  newUser(): Promise<Person>;
}

/** Shows a view to an administrator, or to nobody. */
export async function show(view: View, { page, words, api, cast, watch, viewer, newUser }: Prepared): Promise<void> {
  watch.allowStatus(...(view.statuses ?? []));
  if (!view.signedOut) await giveSession(page, viewer);
  await view.open(page, words, view.changes ? await gather(api, newUser) : cast);
}
