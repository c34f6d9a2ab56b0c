import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { User } from "./types.ts";
import { amend, expect as expectChange, forgetWritten, missing, newest, remember } from "./overlay.ts";

const user = (id: string, version: number, status: User["status"] = "active") => ({ id, version, status }) as User;

beforeEach(() => {
  vi.useFakeTimers();
  forgetWritten();
});
afterEach(() => vi.useRealTimers());

test("an own write covers an older answer, not a newer one", () => {
  remember(user("a", 2, "deactivated"));
  expect(newest(user("a", 1)).status).toBe("deactivated");
  expect(newest(user("a", 3)).version).toBe(3);
  expect(newest(user("b", 1)).id).toBe("b");
});

test("an own write is forgotten after the indexes have caught up", () => {
  remember(user("a", 2));
  expect(missing([])).toHaveLength(1);
  expect(missing([user("a", 1)])).toHaveLength(0);
  vi.advanceTimersByTime(31_000);
  expect(missing([])).toHaveLength(0);
  expect(newest(user("a", 1)).version).toBe(1);
});

test("an expected change shows at once and can be taken back", () => {
  const takeBack = expectChange(user("a", 1), { status: "deactivated" });
  expect(newest(user("a", 1)).status).toBe("deactivated");
  takeBack();
  expect(newest(user("a", 1)).status).toBe("active");
});

test("taking an expected change back leaves the server's own word alone", () => {
  const takeBack = expectChange(user("a", 1), { status: "deactivated" });
  remember(user("a", 2, "deactivated"));
  takeBack();
  expect(newest(user("a", 1)).version).toBe(2);
});

test("what changes without a new version is amended", () => {
  remember({ ...user("a", 2), customerCount: 1 });
  amend(user("a", 1), { customerCount: 5 });
  expect(newest(user("a", 2)).customerCount).toBe(5);
  amend(user("b", 1), { customerCount: 7 });
  expect(newest(user("b", 1)).customerCount).toBe(7);
});
