import { randomUUID } from "node:crypto";
import { test as base, expect, type Page } from "@playwright/test";
import { Api, type Language, type User } from "./api.ts";
import { stack } from "./stack.ts";
import { Watch } from "./watch.ts";
import { gather, type Cast } from "./views.ts";
import { WORDS, type Words } from "./words.ts";

export { expect };

export interface Options {
  /** The interface language of those who sign in. */
  language: Language;
}

/** Somebody who can sign in. */
export interface Person extends User {
  password: string;
}

interface Fixtures {
  words: Words;
  watch: Watch;
  /** Creates a user of this test's own. */
  newUser(wanted?: Partial<Wanted>): Promise<Person>;
  /** Creates a group with a role of these rules, such as `allow users.*`, and says what it is called; gone afterwards. */
  newGroup(...rules: string[]): Promise<string>;
}

interface Wanted {
  firstName: string;
  lastName: string;
  group: string;
  language: Language;
}

/** A word that nothing else in the store has. */
export function unique(): string {
  return `x${randomUUID().replaceAll("-", "").slice(0, 10)}`;
}

/** For tests in which nobody is signed in to begin with. */
export const visitorTest = base.extend<Options & Fixtures, { api: Api }>({
  language: ["en", { option: true }],
  words: async ({ language }, use) => use(WORDS[language]),

  api: [async ({}, use) => use(await Api.signIn(stack.email, stack.password)), { scope: "worker" }],

  watch: [
    async ({ page }, use) => {
      const watch = new Watch(page, stack.url);
      await use(watch);
      expect(watch.faults).toEqual([]);
    },
    { auto: true },
  ],

  newGroup: async ({ api }, use) => {
    const names: string[] = [];
    await use(async (...rules) => {
      const name = unique();
      names.push(name);
      const role = await api.createRole(name, rules.map((rule) => rule.split(" ")).map(([effect = "", permission = ""]) => ({ effect, permission })));
      await api.createGroup(name, [role.id]);
      return name;
    });
    for (const name of names) await discardGroup(api, name);
  },

  newUser: async ({ api, language }, use) => use((wanted = {}) => createUser(api, { language, ...wanted })),
});

interface Viewers {
  cast: Cast;
  /** An administrator who only looks, signed in once for all views in a language. */
  viewers(language: Language): Promise<Api>;
}

/** For tests that look at every view. */
export const viewTest = visitorTest.extend<{ viewer: Api }, Viewers>({
  cast: [async ({ api }, use) => use(await gather(api, () => createUser(api, {}))), { scope: "worker" }],

  viewers: [
    async ({ api }, use) => {
      const known = new Map<Language, Promise<Api>>();
      const enter = async (language: Language) => {
        const { email, password } = await createUser(api, { group: "Administrators", language });
        return Api.signIn(email, password);
      };
      await use((language) => {
        const viewer = known.get(language) ?? enter(language);
        known.set(language, viewer);
        return viewer;
      });
    },
    { scope: "worker" },
  ],

  viewer: async ({ viewers, language }, use) => use(await viewers(language)),
});

/** For tests with an administrator of their own, signed in. */
export const test = visitorTest.extend<{ me: Person }>({
  me: [
    async ({ newUser, page }, use) => {
      const me = await newUser({ group: "Administrators" });
      await signIn(page, me);
      await use(me);
    },
    { auto: true },
  ],
});

/** Signs somebody in past the sign-in page, which has tests of its own. */
export async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await giveSession(page, await Api.signIn(email, password));
}

/** Lets the page go on with a session that a program has begun. */
export async function giveSession(page: Page, { cookie }: Api): Promise<void> {
  const { hostname } = new URL(stack.url);
  await page.context().addCookies([
    { ...cookie, domain: hostname, path: "/", secure: true, httpOnly: true, sameSite: "Strict" },
  ]);
  // What the page remembers of it.
  await page.context().addInitScript(() => localStorage.setItem("backoffice.signed-in", "yes"));
}

/** Deletes a group that newGroup made; its members go on as Content editors. */
async function discardGroup(api: Api, name: string): Promise<void> {
  const groups = await api.groups();
  const [group, editors] = [name, "Content editors"].map((wanted) => groups.find((known) => known.name === wanted));
  const { items } = await api.ask<{ items: { id: string }[] }>("GET", `/groups/${group?.id}/members`);
  const members = items.map(({ id }) => id);
  if (members.length > 0) {
    await api.ask("PATCH", `/groups/${editors?.id}/members`, { body: { add: members } });
    await api.ask("PATCH", `/groups/${group?.id}/members`, { body: { remove: members } });
  }
  await api.discard("groups", name);
  await api.discard("roles", name);
}

async function createUser(api: Api, wanted: Partial<Wanted>): Promise<Person> {
  const groups = await api.groups();
  const group = groups.find(({ name }) => name === (wanted.group ?? "Content editors"));
  const tag = unique();
  const password = randomUUID();
  const body = {
    email: `${tag}@example.com`,
    password,
    firstName: wanted.firstName ?? "Robin",
    lastName: wanted.lastName ?? tag,
    groups: [group?.id],
    language: wanted.language ?? "en",
  };
  return { ...(await api.ask<User>("POST", "/users", { body })), password };
}
