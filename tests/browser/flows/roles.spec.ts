import type { Api, Definition } from "../support/api.ts";
import { strip } from "../support/page.ts";
import { expect, signIn, test, unique, visitorTest } from "../support/test.ts";

test("a role is copied under another name, with all its rules", async ({ page, words, api }) => {
  const name = unique();
  const rules = [
    { effect: "allow", permission: "users.read" },
    { effect: "deny", permission: "users.delete" },
  ];
  const role = await api.createRole(name, rules);
  await page.goto(`/roles/${role.id}`);
  await page.getByRole("link", { name: words.copyRole, exact: true }).click();
  await expect(page.getByLabel(words.name, { exact: true })).toHaveValue(words.copyOf(name));
  await expect(page.getByLabel(/users\.delete/)).toHaveValue("deny");
  await page.getByRole("button", { name: words.create, exact: true }).click();
  await expect(strip(page)).toContainText(words.roleCreated(words.copyOf(name)));
  const copy = await named(api, "roles", words.copyOf(name));
  expect(await api.ask("GET", `/roles/${copy?.id}`)).toMatchObject({ rules });
  for (const made of [name, words.copyOf(name)]) await api.discard("roles", made);
});

visitorTest("a copy has only what whoever makes it holds", async ({ page, words, api, newUser, newGroup }) => {
  const editor = await newUser({ group: await newGroup("allow roles.*", "allow users.read") });
  const role = await named(api, "roles", await newGroup("allow users.read", "deny users.delete"));
  await signIn(page, editor);
  await page.goto(`/roles/new?copy=${role?.id}`);
  await expect(page.getByText(words.copyIsLess)).toBeVisible();
  await expect(page.getByLabel(/users\.read/)).toHaveValue("allow");
  await expect(page.getByLabel(/users\.delete/)).toHaveValue("nothing");
  await page.getByRole("button", { name: words.create, exact: true }).click();
  await expect(strip(page)).toContainText(words.roleCreated(words.copyOf(role?.name ?? "")));
  await api.discard("roles", words.copyOf(role?.name ?? ""));
});

visitorTest("a rule about an area takes holding the area, not only all that is known of it", async ({ page, words, newUser, newGroup }) => {
  const editor = await newUser({ group: await newGroup("allow roles.*", "allow customers.read", "allow customers.write") });
  await signIn(page, editor);
  await page.goto("/roles/new");
  await expect(page.getByLabel(/customers\.write/)).toBeEnabled();
  await expect(page.getByLabel(/roles\.\*/)).toBeEnabled();
  const area = page.getByLabel(/customers\.\*/);
  await expect(area).toBeDisabled();
  await expect(area).toHaveAccessibleDescription(new RegExp(words.laterNotHeld));
  const foreign = page.getByLabel(/audit\.read/);
  await expect(foreign).toBeDisabled();
  await expect(foreign).toHaveAccessibleDescription(new RegExp(words.notHeld));
});

visitorTest("a role that says what one does not hold is neither given nor deleted", async ({ page, words, api, newUser, newGroup }) => {
  const editor = await newUser({ group: await newGroup("allow groups.*", "allow roles.*", "allow users.read") });
  const [wide, narrow, free] = [await newGroup("allow users.*"), await newGroup("deny users.read"), unique()];
  await api.createRole(free, [{ effect: "deny", permission: "users.delete" }]);
  await signIn(page, editor);
  await page.goto("/groups/new");
  const roles = page.getByRole("group", { name: words.roles });
  await expect(roles.getByRole("checkbox", { name: wide })).toHaveAttribute("aria-disabled", "true");
  await expect(roles.getByRole("checkbox", { name: wide })).toHaveAccessibleDescription(new RegExp(words.moreThanHeld));
  await roles.getByRole("checkbox", { name: wide }).click({ force: true });
  await expect(roles.getByRole("checkbox", { name: wide })).not.toBeChecked();
  await roles.getByRole("checkbox", { name: narrow }).check();

  const role = await named(api, "roles", free);
  await page.goto(`/roles/${role?.id}/delete`);
  await expect(page.getByText(words.moreThanHeld)).toBeVisible();
  await expect(page.getByRole("button", { name: words.delete, exact: true })).toHaveAttribute("aria-disabled", "true");
  await api.discard("roles", free);
});

visitorTest("what members hold who hold more is not changed", async ({ page, words, api, newUser, newGroup }) => {
  const editor = await newUser({ group: await newGroup("allow groups.*", "allow roles.*", "allow users.read") });
  const [peopled, other] = [await newGroup("allow users.read", "allow customers.read"), await newGroup("allow users.read")];
  await newUser({ group: peopled });
  const [group, role] = [await named(api, "groups", peopled), await named(api, "roles", peopled)];
  await signIn(page, editor);
  await page.goto(`/groups/${group?.id}`);
  const box = page.getByRole("group", { name: words.roles }).getByRole("checkbox", { name: other });
  await expect(box).toHaveAttribute("aria-disabled", "true");
  await expect(box).toHaveAccessibleDescription(new RegExp(words.groupBeyond));

  await page.goto(`/roles/${role?.id}`);
  const rule = page.getByLabel(/users\.read/);
  await expect(rule).toBeDisabled();
  await expect(rule).toHaveAccessibleDescription(new RegExp(`${words.roleBeyond}.*${peopled}`));
});

async function named(api: Api, list: "groups" | "roles", name: string): Promise<Definition | undefined> {
  const { items } = await api.ask<{ items: Definition[] }>("GET", `/${list}`);
  return items.find((item) => item.name === name);
}
