import { randomUUID } from "node:crypto";
import { strip } from "../support/page.ts";
import { expect, test, unique } from "../support/test.ts";

// The indexes answer as things were two seconds ago: `cargo xtask test` sees to that.

test("a new user is in the list at once, though its index does not know them yet", async ({ page, words, api }) => {
  const lastName = `Aaa${unique()}`;
  const listed = async () => {
    const { items } = await api.ask<{ items: { lastName: string }[] }>("GET", "/users?sort=lastName");
    return items.some((user) => user.lastName === lastName);
  };
  const password = randomUUID();
  await page.goto("/users/new");
  await page.getByLabel(words.email, { exact: true }).fill(`${lastName}@example.com`);
  await page.getByLabel(words.password, { exact: true }).fill(password);
  await page.getByLabel(words.repeatPassword, { exact: true }).fill(password);
  await page.getByLabel(words.firstName).fill("Kim");
  await page.getByLabel(words.lastName).fill(lastName);
  await page.getByRole("group", { name: words.assignedGroups }).getByRole("checkbox", { name: "Customer service" }).check();
  const created = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: words.create, exact: true }).click();
  await created;
  expect(await listed(), "the index lags").toBe(false);

  await expect(strip(page)).toContainText(words.created(`Kim ${lastName}`));
  await expect(page.getByRole("row").filter({ hasText: lastName })).toContainText(words.status.active);
  await expect.poll(listed, { message: "the index catches up" }).toBe(true);
});

test("a row is as its user is now, and its number counts everybody", async ({ newUser, api }) => {
  const user = await newUser({ lastName: `Aaa${unique()}` });
  const list = () => api.ask<{ items: { id: string; firstName: string }[]; total: number }>("GET", "/users?sort=lastName");
  const found = async () => (await list()).items.find(({ id }) => id === user.id);
  await expect.poll(found).toBeDefined();
  const { total } = await list();

  await api.update(user, { firstName: "Sam" });
  await newUser();

  expect((await found())?.firstName).toBe("Sam");
  expect((await list()).total).toBeGreaterThan(total);
});
