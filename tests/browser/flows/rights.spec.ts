import { fullName, strip } from "../support/page.ts";
import { expect, signIn, test, unique, visitorTest } from "../support/test.ts";

test("a role and a group are made, somebody joins, and the right appears and disappears in a second browser at once", async ({
  page,
  browser,
  words,
  newUser,
  api,
  watch,
}) => {
  const [name, person] = [unique(), await newUser()];
  const theirs = await (await browser.newContext()).newPage();
  await signIn(theirs, person);
  await theirs.goto("/users");
  await expect(theirs.getByRole("heading", { level: 1, name: words.nothingHere })).toBeVisible();

  await page.goto("/roles");
  await page.getByRole("link", { name: words.addRole }).click();
  await page.getByLabel(words.name, { exact: true }).fill(name);
  await expect(page.getByText(words.nothingIsAllowed)).toBeVisible();
  await page.getByLabel(/users\.read/).selectOption({ label: words.allow });
  await expect(page.getByRole("listitem").filter({ hasText: words.seeUsers })).toBeVisible();
  await page.getByRole("button", { name: words.create, exact: true }).click();
  await expect(strip(page)).toContainText(words.roleCreated(name));

  await page.getByRole("navigation").getByRole("link", { name: words.groups }).click();
  await page.getByRole("link", { name: words.addGroup }).click();
  await page.getByLabel(words.name, { exact: true }).fill(name);
  await page.getByRole("checkbox", { name }).check();
  await expect(page.getByRole("listitem").filter({ hasText: words.seeUsers })).toBeVisible();
  await page.getByRole("button", { name: words.create, exact: true }).click();
  await expect(strip(page)).toContainText(words.groupCreated(name));

  await page.getByRole("table").getByRole("link", { name, exact: true }).click();
  await page.getByRole("searchbox", { name: words.addMember }).fill(person.lastName);
  await page.getByRole("button", { name: words.add(fullName(person)) }).click();
  await expect(strip(page)).toContainText(words.oneAdded);
  await expect(page.getByRole("row").filter({ hasText: fullName(person) })).toBeVisible();

  await theirs.goto("/users");
  await expect(theirs.getByRole("heading", { level: 1, name: words.usersList })).toBeVisible();

  await page.getByRole("checkbox", { name: words.pick(fullName(person)) }).check();
  await page.getByRole("button", { name: words.takeOut }).click();
  await expect(strip(page)).toContainText(words.oneTakenOut);
  await theirs.goto("/users");
  await expect(theirs.getByRole("heading", { level: 1, name: words.nothingHere })).toBeVisible();
  await theirs.context().close();

  await page.goto("/groups");
  await page.getByRole("button", { name: words.moreActions(name) }).click();
  await page.getByRole("menuitem", { name: words.delete, exact: true }).click();
  await expect(page.getByRole("heading", { level: 2, name: words.deleteWhom(name) })).toBeVisible();
  await page.getByRole("button", { name: words.delete, exact: true }).click();
  await expect(strip(page)).toContainText(words.groupDeleted(name));
  await api.discard("roles", name);
  expect(watch.faults).toEqual([]);
});

test("rights that somebody else has changed meanwhile are shown, and nothing typed is lost", async ({ page, words, api, watch }) => {
  watch.allowStatus(412);
  const name = unique();
  const role = await api.createRole(name, [{ effect: "allow", permission: "users.read" }]);
  await page.goto(`/roles/${role.id}`);
  await page.getByLabel(/roles\.read/).selectOption({ label: words.deny });
  await api.ask("PATCH", `/roles/${role.id}`, { version: role.version, body: { description: "Changed by somebody else." } });
  await page.getByRole("button", { name: words.update }).click();

  const notice = page.getByRole("group", { name: words.rightsChanged });
  await expect(notice).toBeFocused();
  await expect(page.getByLabel(words.description)).toHaveValue("Changed by somebody else.");
  await expect(page.getByLabel(/roles\.read/)).toHaveValue("deny");
  await page.getByRole("button", { name: words.update }).click();
  await expect(strip(page)).toContainText(words.roleUpdated(name));
  expect(await api.ask("GET", `/roles/${role.id}`)).toMatchObject({
    description: "Changed by somebody else.",
    rules: [
      { effect: "allow", permission: "users.read" },
      { effect: "deny", permission: "roles.read" },
    ],
  });
  await api.discard("roles", name);
});

test("what somebody else changed of a group while members were added is not overwritten", async ({ page, words, newUser, newGroup, api, watch }) => {
  watch.allowStatus(412);
  const [name, person] = [await newGroup("allow users.read"), await newUser({ lastName: unique() })];
  const { items } = await api.ask<{ items: { id: string; name: string; version: number }[] }>("GET", "/groups");
  const group = items.find((one) => one.name === name);
  await page.goto(`/groups/${group?.id}`);
  await page.getByLabel(words.description).fill("Mine.");
  await api.ask("PATCH", `/groups/${group?.id}`, { version: group?.version ?? 0, body: { description: "Theirs." } });
  await page.getByRole("searchbox", { name: words.addMember }).fill(person.lastName);
  await page.getByRole("button", { name: words.add(fullName(person)) }).click();
  await expect(strip(page)).toContainText(words.oneAdded);
  await expect(page.getByRole("row").filter({ hasText: fullName(person) })).toBeVisible();

  await page.getByRole("button", { name: words.update }).click();
  await expect(page.getByRole("group", { name: words.rightsChanged })).toBeFocused();
  await expect(page.getByLabel(words.description)).toHaveValue("Mine.");
  expect(await api.ask("GET", `/groups/${group?.id}`)).toMatchObject({ description: "Theirs." });
});

test("a name that is taken is said at its field", async ({ page, words, watch }) => {
  watch.allowStatus(409);
  await page.goto("/groups/new");
  await page.getByLabel(words.name, { exact: true }).fill("customer SERVICE");
  await page.getByRole("button", { name: words.create, exact: true }).click();
  await expect(page.getByRole("group", { name: words.thereIsAProblem })).toBeFocused();
  await expect(page.getByLabel(words.name, { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel(words.name, { exact: true })).toHaveValue("customer SERVICE");
});

test("what somebody may do is explained, and ticking a group shows what comes and goes with it", async ({ page, words, newUser }) => {
  const person = await newUser({ group: "Customer service" });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`/users/${person.id}`);
  const explained = page.getByRole("region", { name: words.whatTheyMayDo });
  const line = explained.getByRole("listitem").filter({ hasText: "users.read" }).first();
  await line.locator("summary").click();
  await expect(line.getByRole("link", { name: "Customer service" }).first()).toBeVisible();

  const groups = page.getByRole("group", { name: words.assignedGroups });
  await expect(groups.getByRole("status").filter({ hasText: words.groupsAllow(4) })).toBeVisible();
  await groups.getByRole("checkbox", { name: "Administrators" }).check();
  await expect(groups.getByText(words.comesWithIt)).toBeVisible();
  await expect(groups.getByText(words.goesWithIt)).toHaveCount(0);
  await groups.getByRole("checkbox", { name: "Administrators" }).uncheck();
  await groups.getByRole("checkbox", { name: "Customer service" }).uncheck();
  await expect(groups.getByText(words.goesWithIt)).toBeVisible();
  expect(asked.filter((path) => path === "/api/v1/permissions")).toHaveLength(1);
});

test("a denial is shown with the group that it comes from", async ({ page, words, newUser, newGroup }) => {
  const name = await newGroup("allow users.*", "deny users.delete");
  const person = await newUser({ group: name });
  await page.goto(`/users/${person.id}`);
  const line = page.getByRole("region", { name: words.whatTheyMayDo }).getByRole("listitem").filter({ hasText: words.denied }).first();
  await line.locator("summary").click();
  await expect(line).toContainText("deny users.delete");
  await expect(line.getByRole("link", { name }).first()).toBeVisible();
});

visitorTest("nobody is given what one does not hold, and nobody who holds more is changed", async ({ page, words, newUser, newGroup }) => {
  const editor = await newUser({ group: await newGroup("allow users.*", "allow groups.read") });
  const [administrator, other] = [await newUser({ group: "Administrators" }), await newUser()];
  await signIn(page, editor);
  await page.goto(`/users/${other.id}`);
  const wide = page.getByRole("checkbox", { name: "Administrators" });
  await expect(wide).toHaveAttribute("aria-disabled", "true");
  await expect(wide).toHaveAccessibleDescription(new RegExp(words.givesMore));
  await wide.click({ force: true });
  await expect(wide).not.toBeChecked();

  await page.goto(`/users/${administrator.id}`);
  await expect(page.getByRole("heading", { level: 1, name: words.viewUser, exact: true })).toBeVisible();
  await expect(page.getByText(words.holdsMore).first()).toBeVisible();
  await expect(page.getByRole("button", { name: words.update, exact: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: words.deactivate, exact: true })).toHaveAttribute("aria-disabled", "true");
  await page.goto(`/users/${administrator.id}/delete`);
  await expect(page.getByRole("button", { name: words.delete, exact: true })).toHaveAttribute("aria-disabled", "true");
});
