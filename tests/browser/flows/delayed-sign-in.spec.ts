import { askFrom, failToSignIn, ownAddress } from "../support/address.ts";
import { setFailures } from "../support/table.ts";
import { expect, visitorTest, type Person } from "../support/test.ts";
import type { Page } from "@playwright/test";
import type { Words } from "../support/words.ts";

/** Signs in with the right password, and is refused all the same: told why, and asked for the password only. */
async function isRefused(page: Page, words: Words, person: Person, why: string): Promise<void> {
  const email = page.getByLabel(words.email);
  const password = page.getByLabel(words.password, { exact: true });
  await email.fill(person.email);
  await password.fill(person.password);
  await page.getByRole("button", { name: words.signIn }).click();

  const summary = page.getByRole("group", { name: words.thereIsAProblem });
  await expect(summary).toContainText(why);
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(`^${words.error}`));
  await expect(email).toHaveValue(person.email);
  await expect(password).toHaveValue("");
}

visitorTest("an address with too many failed sign-ins is told for how many minutes it has to wait", async ({
  page,
  words,
  watch,
  newUser,
}) => {
  watch.allowStatus(429);
  const [person, address] = [await newUser(), ownAddress()];
  await askFrom(page, address);
  await page.goto("/sign-in");

  // The fiftieth failure delays by one minute, each further one by twice as long.
  await setFailures(address, 53);
  await isRefused(page, words, person, words.tooManySignIns(8));

  await setFailures(address, 49);
  await page.getByLabel(words.password, { exact: true }).fill(person.password);
  await page.getByRole("button", { name: words.signIn }).click();
  await expect(page.getByRole("heading", { level: 1, name: words.nothingHere })).toBeVisible();
});

visitorTest("a delayed account is refused like a wrong password, and told that there may be a delay", async ({
  page,
  words,
  newUser,
}) => {
  const [person, stranger] = [await newUser(), ownAddress()];
  for (let failures = 0; failures < 5; failures += 1) await failToSignIn(stranger, person.email);
  await page.goto("/sign-in");

  await isRefused(page, words, person, `${words.signInFailed} ${words.signInDelayed}`);
});
