import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expectNoSidewaysScrolling } from "../support/page.ts";
import { expect, viewTest as test } from "../support/test.ts";
import { show, VIEWS } from "../support/views.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const ROOMS = [
  { name: "with all the room of a screen", use: { locale: "en-GB", language: "en" } },
  { name: "320 px wide, in German", use: { viewport: { width: 320, height: 700 }, locale: "de-DE", language: "de" } },
] as const;

/** Colours change while a view is shown: nothing has to be opened again to be seen in others. */
const COLOURS = [
  { name: "light", media: { colorScheme: "light" } },
  { name: "dark", media: { colorScheme: "dark" } },
  { name: "forced colours", media: { forcedColors: "active" } },
] as const;

/** What axe finds, in one line each. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, any }) => `${id}: ${target} ${any[0]?.message ?? ""}`));
}

/** Waits until no colour is on its way to another: even the shortest transition takes a frame. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
  });
}

for (const room of ROOMS) {
  test.describe(room.name, () => {
    test.use(room.use);

    for (const view of VIEWS) {
      test(`axe finds nothing on ${view.name}`, async ({ page, words, api, cast, viewer, newUser, watch }) => {
        await show(view, { page, words, api, cast, viewer, newUser, watch });
        await page.emulateMedia({ reducedMotion: "reduce" });
        // What has been scrolled below the header that stays is covered in part, and no target of its own.
        await page.evaluate(() => scrollTo(0, 0));
        for (const { name, media } of COLOURS) {
          await page.emulateMedia(media);
          await settle(page);
          expect.soft(await faults(page), name).toEqual([]);
        }
        await expectNoSidewaysScrolling(page);
      });
    }
  });
}
