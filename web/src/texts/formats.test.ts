import { describe, expect, test, vi } from "vitest";
import { formatAgo } from "./formats.ts";

vi.mock("./language.ts", () => ({ spoken: { value: { locale: "en-GB" } } }));

const now = new Date("2026-11-24T12:00:00Z");

describe("how long ago", () => {
  test.each([
    ["2026-11-24T11:59:40Z", "now"],
    ["2026-11-24T12:00:20Z", "now"],
    ["2026-11-24T11:59:00Z", "1 minute ago"],
    ["2026-11-24T09:00:00Z", "3 hours ago"],
    ["2026-11-23T11:00:00Z", "yesterday"],
    ["2026-11-21T11:00:00Z", "3 days ago"],
    ["2026-11-10T12:00:00Z", "2 weeks ago"],
    ["2026-10-20T12:00:00Z", "last month"],
    ["2024-01-01T00:00:00Z", "2 years ago"],
  ])("%s is %s", (moment, expected) => {
    expect(formatAgo(new Date(moment), now)).toBe(expected);
  });
});
