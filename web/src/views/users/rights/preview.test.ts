import { describe, expect, test } from "vitest";
import { holdsMore, permissionsOf, type Given } from "./holding.ts";
import { lockOf, outcomeOf } from "./preview.ts";

const group = (id: string, permissions: string[], denied: string[] = []): Given => ({ id, builtIn: false, permissions, denied });
const readers = group("readers", ["users.read"]);
const editors = group("editors", ["users.read", "users.update", "users.delete"]);
const careful = group("careful", [], ["users.delete"]);
const everything = ["users.read", "users.update", "users.delete", "roles.read"];
const administrators: Given = { ...group("administrators", everything), builtIn: true };
const all = [readers, editors, careful, administrators];
const holding = (...words: string[]) => (word: string) => words.includes(word);

describe("what groups come to", () => {
  test("is what any allows, once", () => {
    expect(permissionsOf([readers, editors])).toEqual(["users.read", "users.update", "users.delete"]);
    expect(permissionsOf([])).toEqual([]);
  });

  test("is without what any denies", () => {
    expect(permissionsOf([careful, editors])).toEqual(["users.read", "users.update"]);
  });

  test("is everything for administrators, to whom nothing is denied", () => {
    expect(permissionsOf([careful, administrators])).toEqual(everything);
  });
});

describe("against what is saved", () => {
  test("more groups give more", () => {
    expect(outcomeOf(all, ["readers", "editors"], ["readers"])).toEqual({
      allowed: ["users.read", "users.update", "users.delete"],
      gained: ["users.update", "users.delete"],
      lost: [],
    });
  });

  test("a group that denies takes, and leaving it gives", () => {
    expect(outcomeOf(all, ["editors", "careful"], ["editors"])).toMatchObject({ gained: [], lost: ["users.delete"] });
    expect(outcomeOf(all, ["editors"], ["editors", "careful"])).toMatchObject({ gained: ["users.delete"], lost: [] });
  });

  test("of a new user everything is gained", () => {
    expect(outcomeOf(all, ["readers"], []).gained).toEqual(["users.read"]);
  });

  test("a group that is gone gives nothing", () => {
    expect(outcomeOf(all, ["gone"], ["readers"])).toEqual({ allowed: [], gained: [], lost: ["users.read"] });
  });
});

describe("a group is locked", () => {
  test("for whoever does not hold what it gives, ticked or not", () => {
    const held = holding("users.read");
    expect(lockOf(editors, all, [], held)).toBe("gives");
    expect(lockOf(editors, all, ["editors"], held)).toBe("gives");
    expect(lockOf(readers, all, [], held)).toBeNull();
  });

  test("for whoever does not hold what leaving it would give", () => {
    const held = holding("users.read", "users.update");
    expect(lockOf(careful, all, ["editors", "careful"], held)).toBe("denies");
    expect(lockOf(careful, all, ["careful"], held)).toBeNull();
    expect(lockOf(careful, all, ["editors"], held)).toBeNull();
  });
});

test("a user holds more whose groups come to more", () => {
  const user = (...ids: string[]) => ({ groups: ids.map((id) => ({ id, name: id })) });
  const held = holding("users.read", "users.update");
  expect(holdsMore(user("editors"), all, held)).toBe(true);
  expect(holdsMore(user("editors", "careful"), all, held)).toBe(false);
  expect(holdsMore(user("administrators", "careful"), all, held)).toBe(true);
  expect(holdsMore(user("unknown"), all, held)).toBe(false);
});
