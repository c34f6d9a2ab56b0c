import { FluentBundle, FluentResource } from "@fluent/bundle";
import { expect, test } from "vitest";
import de from "./de/index.ts";
import en from "./en/index.ts";
import { spoken } from "./language.ts";
import { t } from "./text.tsx";
import { tryAgain } from "./try-again.ts";

function speaks(language: "en" | "de", source: string): void {
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource(new FluentResource(source));
  spoken.value = { language, locale: language, catalogue: language, bundle };
}

test.each([
  [1, "Try again in one second.", "Versuchen Sie es in einer Sekunde erneut."],
  [59, "Try again in 59 seconds.", "Versuchen Sie es in 59 Sekunden erneut."],
  [60, "Try again in one minute.", "Versuchen Sie es in einer Minute erneut."],
  [61, "Try again in 2 minutes.", "Versuchen Sie es in 2 Minuten erneut."],
  [899.5, "Try again in 15 minutes.", "Versuchen Sie es in 15 Minuten erneut."],
  [900, "Try again in 15 minutes.", "Versuchen Sie es in 15 Minuten erneut."],
])("after %d seconds: %s", (seconds, english, german) => {
  const message = tryAgain(seconds);
  if (!message) throw new Error("nothing is said");
  speaks("en", en);
  expect(t(message.id, message.args)).toBe(english);
  speaks("de", de);
  expect(t(message.id, message.args)).toBe(german);
});

test.each([null, 0, -1])("nothing is said of %s", (seconds) => {
  expect(tryAgain(seconds)).toBeNull();
});
