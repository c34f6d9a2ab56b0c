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

  newUser: async ({ api, language }, use) => use((wanted = {}) => createUser(api, { language, ...wanted })),
});

/** For tests that look at every view. */
export const viewTest = visitorTest.extend<object, { cast: Cast }>({
  cast: [async ({ api }, use) => use(await gather(api, () => createUser(api, {}))), { scope: "worker" }],
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
  const { cookie } = await Api.signIn(email, password);
  const { hostname } = new URL(stack.url);
  await page.context().addCookies([
    { ...cookie, domain: hostname, path: "/", secure: true, httpOnly: true, sameSite: "Strict" },
  ]);
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
