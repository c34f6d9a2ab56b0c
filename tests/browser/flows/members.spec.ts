import type { Locator, Page } from "@playwright/test";
import type { Api } from "../support/api.ts";
import { fullName, strip } from "../support/page.ts";
import { expect, signIn, test, visitorTest } from "../support/test.ts";
import type { Words } from "../support/words.ts";

test("several people are looked for, picked and added at once", async ({ page, words, api, newUser, newGroup }) => {
  const name = await newGroup("allow users.read");
  const [one, two] = [await newUser(), await newUser()];
  const members = await openMembers(page, words, api, name);
  const pick = (person: typeof one) => members.getByRole("checkbox", { name: words.pick(fullName(person)) });
  for (const person of [one, two]) {
    await members.getByRole("searchbox", { name: words.addMember }).fill(person.lastName);
    await pick(person).check();
  }
  await expect(pick(one)).toBeChecked();
  await members.getByRole("button", { name: words.addPeople(2) }).click();
  await expect(strip(page)).toContainText(words.someAdded(2));
  for (const person of [one, two]) await expect(rowOf(members, fullName(person))).toBeVisible();
  await expect(members.getByRole("button", { name: words.addPeople(2) })).toHaveCount(0);
});

test("those picked are moved to another group, then all who are left", async ({ page, words, api, newUser, newGroup }) => {
  const [from, to] = [await newGroup("allow users.read"), await newGroup("allow users.read")];
  const people = [await newUser({ group: from }), await newUser({ group: from }), await newUser({ group: from })];
  const [first, ...others] = people.map(fullName);
  const members = await openMembers(page, words, api, from);
  await members.getByRole("checkbox", { name: words.pick(first ?? "") }).check();
  await members.getByLabel(words.moveTo).selectOption({ label: to });
  await members.getByRole("button", { name: words.movePicked }).click();
  await expect(strip(page)).toContainText(words.oneMoved);
  await expect(rowOf(members, first ?? "")).toHaveCount(0);
  for (const name of others) await expect(rowOf(members, name)).toBeVisible();

  await members.getByRole("button", { name: words.moveAll }).click();
  await expect(strip(page)).toContainText(words.someMoved(2));
  await expect(members.getByText(words.nobodyBelongs)).toBeVisible();
  const there = await openMembers(page, words, api, to);
  for (const name of people.map(fullName)) await expect(rowOf(there, name)).toBeVisible();
});

test("who belongs to no other group is moved, not taken out", async ({ page, words, api, newUser, newGroup }) => {
  const name = await newGroup("allow users.read");
  const [alone, other] = [await newUser({ group: name }), await newUser()];
  await join(api, name, other.id);
  const members = await openMembers(page, words, api, name);
  const takeOut = members.getByRole("button", { name: words.takeOut });
  const [aloneBox, otherBox] = [alone, other].map((person) => members.getByRole("checkbox", { name: words.pick(fullName(person)) }));
  await aloneBox?.check();
  await otherBox?.check();
  await expect(takeOut).toHaveAttribute("aria-disabled", "true");
  await expect(takeOut).toHaveAccessibleDescription(new RegExp(`${words.onlyGroup} .*${alone.lastName}`));
  await expect(takeOut).not.toHaveAccessibleDescription(new RegExp(other.lastName));
  await aloneBox?.uncheck();
  await takeOut.click();
  await expect(strip(page)).toContainText(words.oneTakenOut);
  await expect(rowOf(members, fullName(other))).toHaveCount(0);
  await expect(rowOf(members, fullName(alone))).toBeVisible();
});

test("administrators do not all go", async ({ page, words, api }) => {
  const members = await openMembers(page, words, api, "Administrators");
  await members.getByLabel(words.moveTo).selectOption({ label: "Content editors" });
  const all = members.getByRole("button", { name: words.moveAll });
  await expect(all).toHaveAttribute("aria-disabled", "true");
  await expect(all).toHaveAccessibleDescription(new RegExp(words.administratorStays));
});

visitorTest("whoever holds less moves whom they may, and is told who stayed and why", async ({ page, words, watch, api, newUser, newGroup }) => {
  watch.allowStatus(403);
  const editor = await newUser({ group: await newGroup("allow users.*", "allow groups.read") });
  const [from, to] = [await newGroup("allow users.read"), await newGroup("allow users.read")];
  const [plain, superior] = [await newUser({ group: from }), await newUser({ group: "Administrators" })];
  await join(api, from, superior.id);
  await signIn(page, editor);
  const members = await openMembers(page, words, api, from);
  const target = members.getByLabel(words.moveTo);
  await expect(target.getByRole("option", { name: "Administrators" })).toBeDisabled();
  await expect(target).toHaveAccessibleDescription(new RegExp(words.moveToNotHeld));
  await target.selectOption({ label: to });
  await members.getByRole("button", { name: words.moveAll }).click();
  await expect(strip(page)).toContainText(words.oneStayed(1));
  await expect(strip(page)).toContainText(fullName(superior));
  await expect(strip(page)).toContainText(words.holdsMore);
  await expect(rowOf(members, fullName(plain))).toHaveCount(0);
  await expect(rowOf(members, fullName(superior))).toBeVisible();
});

visitorTest("whoever holds less adds nobody who holds more, and nobody to where they would", async ({ page, words, api, newUser, newGroup }) => {
  const editor = await newUser({ group: await newGroup("allow users.*", "allow groups.read") });
  const [narrow, superior] = [await newGroup("allow users.read"), await newUser({ group: "Administrators" })];
  await signIn(page, editor);
  const members = await openMembers(page, words, api, narrow);
  await members.getByRole("searchbox", { name: words.addMember }).fill(superior.lastName);
  const [box, add] = [
    members.getByRole("checkbox", { name: words.pick(fullName(superior)) }),
    members.getByRole("button", { name: words.add(fullName(superior)) }),
  ];
  for (const control of [box, add]) {
    await expect(control).toHaveAttribute("aria-disabled", "true");
    await expect(control).toHaveAccessibleDescription(words.holdsMore);
  }
  await box.click({ force: true });
  await expect(box).not.toBeChecked();

  const administrators = await openMembers(page, words, api, "Administrators");
  await expect(administrators.getByText(words.cannotAdd)).toBeVisible();
  await expect(administrators.getByRole("searchbox", { name: words.addMember })).toHaveCount(0);
  const takeOut = administrators.getByRole("button", { name: words.takeOut });
  await expect(takeOut).toHaveAttribute("aria-disabled", "true");
  await expect(takeOut).toHaveAccessibleDescription(new RegExp(words.membersHoldMore));
});

/** The part of a group's view with its members, once those are there. */
async function openMembers(page: Page, words: Words, api: Api, name: string): Promise<Locator> {
  const group = (await api.groups()).find((known) => known.name === name);
  await page.goto(`/groups/${group?.id}`);
  const members = page.getByRole("region", { name: words.members });
  await expect(members.getByRole("table").or(members.getByText(words.nobodyBelongs))).toBeVisible();
  return members;
}

function rowOf(members: Locator, name: string): Locator {
  return members.getByRole("table").getByRole("row").filter({ hasText: name });
}

async function join(api: Api, name: string, userId: string): Promise<void> {
  const group = (await api.groups()).find((known) => known.name === name);
  await api.ask("PATCH", `/groups/${group?.id}/members`, { body: { add: [userId] } });
}
