import { expect, test } from "vitest";
import { dayOf, dayText, momentsOf } from "./period.ts";

const now = new Date(2026, 10, 24, 15, 30);
const chosen = (period: "any" | "today" | "week" | "month" | "custom", from = "", until = "") =>
  momentsOf({ period, from, until }, now);
const day = (text: string) => dayOf(text)?.toISOString();

test("a period begins with a day of this machine's clock, today included", () => {
  expect(chosen("any")).toEqual({});
  expect(chosen("today")).toEqual({ from: day("2026-11-24") });
  expect(chosen("week")).toEqual({ from: day("2026-11-18") });
  expect(chosen("month")).toEqual({ from: day("2026-10-26") });
});

test("the last day counts to its end", () => {
  expect(chosen("custom", "2026-10-01", "2026-10-31")).toEqual({ from: day("2026-10-01"), to: day("2026-11-01") });
  expect(chosen("custom", "", "2026-12-31")).toEqual({ to: day("2027-01-01") });
  expect(chosen("custom")).toEqual({});
});

test("days that are none are no days", () => {
  for (const text of ["", "2026-02-30", "2026-13-01", "yesterday", "24.11.2026"]) expect(dayOf(text)).toBeNull();
  expect(dayText(now)).toBe("2026-11-24");
});
