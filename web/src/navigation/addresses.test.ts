import { describe, expect, test } from "vitest";
import { safeNext, signInAddress } from "./addresses.ts";

const origin = "https://backoffice.example";
const isRoute = (path: string) => path === "/users" || path.startsWith("/users/");

describe("where one goes after signing in", () => {
  test.each([
    ["/users?status=active", "/users?status=active"],
    ["/users/1/customers", "/users/1/customers"],
    [`${origin}/users/1`, "/users/1"],
  ])("%s leads to the page's own view", (next, expected) => {
    expect(safeNext(next, origin, isRoute)).toBe(expected);
  });

  test.each([
    null,
    "",
    "https://evil.example/users",
    "//evil.example/users",
    "/\\evil.example/users",
    "javascript:alert(1)",
    "data:text/html,x",
    "http://",
    "/unknown",
    "/sign-in?next=/users",
  ])("%s leads to where the page begins instead", (next) => {
    expect(safeNext(next, origin, isRoute)).toBe("/");
  });
});

describe("the address of the sign-in page", () => {
  test("carries the reason and where one was", () => {
    expect(signInAddress("timed_out", "/users/1?x=y")).toBe("/sign-in?reason=timed_out&next=%2Fusers%2F1%3Fx%3Dy");
  });

  test("leaves out what is the same anyway", () => {
    expect(signInAddress(null, "/users")).toBe("/sign-in");
    expect(signInAddress(null, null)).toBe("/sign-in");
  });
});
