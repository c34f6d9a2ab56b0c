import { expect, test } from "vitest";
import type { Permission } from "../../api/types.ts";
import { effectOf, read, say, saying, written } from "./rules.ts";

const permission = (word: string) => ({ permission: word, area: word.split(".")[0], sentence: { en: "", de: "" } }) as Permission;
const all = ["users.read", "users.delete", "roles.read"].map(permission);
const rules = (...of: string[]) => of.map(read);

test("a rule is read as it is written", () => {
  for (const rule of ["allow users.*", "deny *", "deny users.read"]) expect(written(read(rule))).toBe(rule);
});

test("a scope is said one thing at a time", () => {
  expect(say(["allow users.read"], "users.read", "deny")).toEqual(["deny users.read"]);
  expect(say(["allow users.read", "deny *"], "users.read", "nothing")).toEqual(["deny *"]);
  expect(saying(["allow users.read", "deny users.read"], "users.read")).toBe("deny");
  expect(saying(["allow users.*"], "users.read")).toBe("nothing");
});

test("a denial beats whatever allows", () => {
  expect(effectOf(rules("allow *", "deny users.*"), all)).toEqual({
    allowed: ["roles.read"],
    denied: ["users.read", "users.delete"],
  });
  expect(effectOf(rules("allow users.*", "deny users.delete"), all).allowed).toEqual(["users.read"]);
});

test("an area is no beginning of a word", () => {
  expect(effectOf(rules("allow user.*", "allow role"), all).allowed).toEqual([]);
});
