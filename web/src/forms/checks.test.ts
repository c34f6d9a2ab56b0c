import { expect, test } from "vitest";
import { atLeast, atMost, check, emailShaped, filled, someOf, wrong } from "./checks.ts";

test("the first complaint is the one that is said", () => {
  expect(check("", filled, emailShaped)?.code).toBe("required");
  expect(check("somebody", filled, emailShaped)?.code).toBe("malformed");
  expect(check(" anna@example.com ", filled, emailShaped)).toBeUndefined();
});

test("characters are counted as people do", () => {
  expect(atMost(2)("😀😀")).toBeUndefined();
  expect(atMost(2)("😀😀😀")).toEqual({ code: "too_long", params: { max: 2 } });
  expect(atLeast(2)("e\u0301")).toEqual({ code: "too_short", params: { min: 2 } });
});

test("only what is wrong is kept", () => {
  expect(wrong({ one: filled("x"), two: filled(" "), three: someOf([]) })).toEqual({
    two: { code: "required" },
    three: { code: "too_few", params: { min: 1 } },
  });
});
