import { expect, test } from "vitest";
import type { Group, Permission, Role } from "../../api/types.ts";
import { beyond, givesMore, holds, holdsKnown, holdsRules, rulesOfGroups, saysMore, type Holder } from "./holding.ts";
import { effectOf, read } from "./rules.ts";

const permission = (word: string) => ({ permission: word, area: word.split(".")[0], sentence: { en: "", de: "" } }) as Permission;
const all = ["users.read", "users.delete", "roles.read"].map(permission);
const role = (group: string, ...rules: string[]) => ({ rules: rules.map(read), groups: [{ id: group, name: group }] }) as Role;

/** Somebody of these rules, who can read them or not. */
function holder(rules: readonly string[], readable = true): Holder {
  const own = rules.map(read);
  const { allowed } = effectOf(own, all);
  return { all, held: (word) => allowed.includes(word), own: readable ? own : null };
}

const group = (roles: readonly Role[], id: string) => ({ id, permissions: effectOf(rulesOfGroups(roles, [{ id }]), all).allowed });

test("all of an area that is known is less than the area", () => {
  const some = holder(["allow users.read", "allow users.delete"]);
  expect(holds(some, "users.read")).toBe(true);
  expect(holds(some, "users.*")).toBe(false);
  expect(holdsKnown(some, "users.*")).toBe(true);
  expect(holds(holder(["allow users.*"]), "users.*")).toBe(true);
  expect(holds(holder(["allow *"]), "users.*")).toBe(true);
  expect(holds(holder(["allow users.*", "deny users.delete"]), "users.*")).toBe(false);
});

test("everything is more than all areas", () => {
  expect(holds(holder(["allow users.*", "allow roles.*"]), "*")).toBe(false);
  expect(holds(holder(["allow *"]), "*")).toBe(true);
});

test("who may not read rules is judged by what is known", () => {
  expect(holds(holder(["allow users.read", "allow users.delete"], false), "users.*")).toBe(true);
  expect(holds(holder(["allow users.read"], false), "users.*")).toBe(false);
});

test("to deny takes holding, too", () => {
  const reader = holder(["allow users.read"]);
  expect(holdsRules(reader, [read("deny users.read")])).toBe(true);
  expect(holdsRules(reader, [read("allow users.read"), read("deny users.delete")])).toBe(false);
  expect(saysMore({ permissions: ["users.read"], denied: ["users.delete"] }, reader.held)).toBe(true);
});

test("a group gives what its roles allow and do not deny, later versions included", () => {
  const roles = [
    role("wide", "allow users.*"),
    role("narrow", "allow users.*", "deny users.delete"),
    role("nothing", "allow users.*", "deny *"),
  ];
  const [wide, narrow, nothing] = ["wide", "narrow", "nothing"].map((id) => group(roles, id));
  const known = holder(["allow users.read", "allow users.delete"]);
  const denied = holder(["allow users.*", "deny users.delete"]);
  expect([wide, narrow, nothing].map((one) => one && givesMore(known, one, roles))).toEqual([true, true, false]);
  expect([wide, narrow, nothing].map((one) => one && givesMore(denied, one, roles))).toEqual([true, false, false]);
  expect(wide && givesMore(known, wide, null)).toBe(false);
});

test("of groups without members nobody holds more", () => {
  const roles = [role("wide", "allow users.*")];
  const carriers = [0, 1].map((memberCount) => ({ ...group(roles, "wide"), memberCount }) as Group);
  expect(beyond(holder(["allow users.read"]), carriers, roles)).toEqual([carriers[1]]);
  expect(beyond(holder(["allow *"]), carriers, roles)).toEqual([]);
});
