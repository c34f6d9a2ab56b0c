import { expect, test } from "vitest";
import { rebased } from "./rebase.ts";

test("what was left alone is theirs, what was typed stays", () => {
  const base = { name: "A", description: "", rules: ["allow users.read"] };
  const typed = { ...base, rules: ["deny users.read"] };
  const theirs = { name: "B", description: "Theirs.", rules: ["allow *"] };
  expect(rebased(base, typed, theirs)).toEqual({ name: "B", description: "Theirs.", rules: ["deny users.read"] });
  expect(rebased(base, base, theirs)).toEqual(theirs);
});
