import type { Page } from "@playwright/test";
import { ACCENTED } from "../support/accented.ts";
import { expectNoSidewaysScrolling } from "../support/page.ts";
import { expect, giveSession, viewTest as test } from "../support/test.ts";
import { show, VIEWS } from "../support/views.ts";

/** Two locales of the page made for testing: every text of a catalogue carries a mark, or runs from right to left. */
function speak(page: Page, locale: "en-XA" | "ar-XB"): Promise<unknown> {
  return page.addInitScript((name) => localStorage.setItem("backoffice.locale", name), locale);
}

/**
 * Texts with letters but without the mark that the test locale puts on everything from a catalogue. Data stands in
 * `bdi`; times, keys and addresses of problems are nobody's words; and what is read where no script runs can come from no
 * catalogue.
 */
function unmarked(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const DATA = "bdi, time, .moment, kbd, code, script, style, noscript";
    const isPlain = (text: string) => (text.match(/\p{L}/gu)?.length ?? 0) > 1 && !text.includes("~");
    const found: string[] = [];
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? "";
      if (isPlain(text) && !node.parentElement?.closest(DATA)) found.push(text);
    }
    for (const element of document.querySelectorAll("*")) {
      for (const name of ["aria-label", "title", "alt", "placeholder", "data-label", "aria-description"]) {
        const text = element.getAttribute(name) ?? "";
        if (isPlain(text) && !element.closest(DATA)) found.push(`${name}: ${text}`);
      }
    }
    return found;
  });
}

/** The groups of the filter are data in a place where no element can say so. */
const GROUPS = ["Administrators", "Customer service", "Content editors", "Customer-service leads", "Viewers"];

test.describe("in the accented test locale", () => {
  for (const view of VIEWS) {
    test(`every text on ${view.name} is from a catalogue`, async ({ page, api, cast, viewer, newUser, watch }) => {
      await speak(page, "en-XA");
      await show(view, { page, words: ACCENTED, api, cast, viewer, newUser, watch });
      expect((await unmarked(page)).filter((text) => !GROUPS.includes(text))).toEqual([]);
      await expectNoSidewaysScrolling(page);
    });
  }
});

for (const width of [1280, 320]) {
  test(`from right to left, ${width} px wide, nothing sticks out`, async ({ page, cast, viewer }) => {
    await page.setViewportSize({ width, height: 800 });
    await speak(page, "ar-XB");
    const user = `/users/${cast.user.id}`;
    await page.goto("/sign-in");
    await expectMirrored(page);
    await giveSession(page, viewer);
    for (const address of ["/users", "/users/new", user, `${user}/delete`, `${user}/customers`, "/audit"]) {
      await page.goto(address);
      await expectMirrored(page);
    }
  });
}

async function expectMirrored(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expectNoSidewaysScrolling(page);
}
