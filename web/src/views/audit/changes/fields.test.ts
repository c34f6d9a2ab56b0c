import { expect, test } from "vitest";
import { fieldOf, shownChanges } from "./fields.ts";

const change = (field: string, from: unknown, to: unknown) => ({ field, from, to });

test("of several values those are shown that came and those that went", () => {
  expect(shownChanges([change("groups", ["1", "2"], ["2", "3"])])).toMatchObject([
    { several: true, added: ["3"], taken: ["1"] },
  ]);
  expect(shownChanges([change("groups", null, ["1"])])).toMatchObject([{ added: ["1"], taken: [] }]);
});

test("customers are recorded one by one and shown together", () => {
  const changes = [change("customers", null, "A"), change("customers", null, "B"), change("customers", "C", null)];
  expect(shownChanges(changes)).toMatchObject([{ several: true, added: ["A", "B"], taken: ["C"] }]);
});

test("other values are shown one for another, in their order", () => {
  const changes = [change("email", "a", "b"), change("agent", false, true)];
  expect(shownChanges(changes)).toEqual(changes.map((each) => ({ change: each, several: false })));
});

test("what was empty and stays so is no change", () => {
  expect(shownChanges([change("description", null, ""), change("gender", null, null)])).toEqual([]);
});

test("a field of a newer server is known by nothing but its word", () => {
  expect(fieldOf(change("shoeSize", 41, 42))).toBeUndefined();
  expect(fieldOf(change("toString", 1, 2))).toBeUndefined();
  expect(fieldOf(change("email", "a", "b"))?.label).toBe("field-email");
});
