import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expectNoSidewaysScrolling } from "../support/page.ts";
import { expect, viewTest as test } from "../support/test.ts";
import { show, VIEWS } from "../support/views.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const LOOKS = [
  { name: "light", use: { colorScheme: "light" } },
  { name: "dark", use: { colorScheme: "dark" } },
  { name: "320 px wide, in German", use: { viewport: { width: 320, height: 700 }, locale: "de-DE", language: "de" } },
  { name: "forced colours", use: { contextOptions: { forcedColors: "active", reducedMotion: "reduce" } } },
] as const;

/** What axe finds, in one line each. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, any }) => `${id}: ${target} ${any[0]?.message ?? ""}`));
}

for (const look of LOOKS) {
  test.describe(look.name, () => {
    test.use(look.use);

    for (const view of VIEWS) {
      test(`axe finds nothing on ${view.name}`, async ({ page, words, api, cast, newUser, watch }) => {
        await show(view, { page, words, api, cast, newUser, watch });
        expect(await faults(page)).toEqual([]);
        await expectNoSidewaysScrolling(page);
      });
    }
  });
}
