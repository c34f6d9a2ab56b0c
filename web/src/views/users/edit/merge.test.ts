import { describe, expect, test } from "vitest";
import type { User } from "../../../api/types.ts";
import type { UserFields } from "../form/values.ts";
import { changesOf, decided, merge, ownValue } from "./merge.ts";

const base: UserFields = {
  email: "ada@example.com",
  firstName: "Ada",
  lastName: "Berg",
  groups: ["service", "editors"],
  agent: false,
  language: "en",
};

describe("bringing what was typed onto a newer version", () => {
  test("what only the person has changed stays, undisputed", () => {
    const mine = { ...base, firstName: "Adah" };
    expect(merge(base, mine, { ...base })).toEqual({ values: mine, differences: [] });
  });

  test("what only somebody else has changed is taken, and told", () => {
    const { values, differences } = merge(base, { ...base, firstName: "Adah" }, { ...base, agent: true });
    expect(values).toEqual({ ...base, firstName: "Adah", agent: true });
    expect(differences).toEqual([{ field: "agent", mine: false, theirs: true, typed: false, choice: "theirs" }]);
  });

  test("what both have changed stays as typed, and undecided", () => {
    const { values, differences } = merge(base, { ...base, lastName: "Burg" }, { ...base, lastName: "Berger" });
    expect(values.lastName).toBe("Burg");
    expect(differences).toEqual([{ field: "lastName", mine: "Burg", theirs: "Berger", typed: true, choice: null }]);
  });

  test("what both have changed to the same needs no decision", () => {
    const mine = { ...base, lastName: " Berger ", groups: ["editors", "service", "more"] };
    const theirs = { ...base, lastName: "Berger", groups: ["more", "service", "editors"] };
    expect(merge(base, mine, theirs).differences).toEqual([]);
  });

  test("groups are a set: another order is no change", () => {
    const theirs = { ...base, groups: ["editors", "service"] };
    expect(merge(base, { ...base, groups: ["service"] }, theirs)).toMatchObject({
      values: { groups: ["service"] },
      differences: [],
    });
  });

  test("differences come in the order of the form", () => {
    const theirs: UserFields = { ...base, language: "de", email: "berg@example.com", agent: true };
    expect(merge(base, base, theirs).differences.map(({ field }) => field)).toEqual(["email", "agent", "language"]);
  });
});

describe("a second clash over the first", () => {
  const second = { ...base, lastName: "Berger" };
  const first = merge(base, { ...base, lastName: "Burg" }, second);

  test("what is undecided stays undecided although it did not change again", () => {
    const again = merge(second, first.values, { ...second, agent: true }, first.differences);
    expect(again.differences.map(({ field, choice }) => [field, choice])).toEqual([
      ["lastName", null],
      ["agent", "theirs"],
    ]);
    expect(again.values.lastName).toBe("Burg");
  });

  test("theirs, once taken, follows their next change, and one's own can still be had back", () => {
    const taken = { ...first.values, lastName: "Berger" };
    const again = merge(second, taken, { ...second, lastName: "Bergmann" }, first.differences);
    expect(again.values.lastName).toBe("Bergmann");
    expect(again.differences).toEqual([
      { field: "lastName", mine: "Burg", theirs: "Bergmann", typed: true, choice: "theirs" },
    ]);
  });

  test("one's own, once kept, is asked about again when they change it again", () => {
    const again = merge(second, first.values, { ...second, lastName: "Bergmann" }, first.differences);
    expect(again.differences[0]).toMatchObject({ mine: "Burg", theirs: "Bergmann", choice: null });
  });

  test("nothing is left to decide when they go back to what was typed", () => {
    const back = merge(second, first.values, { ...second, lastName: "Burg" }, first.differences);
    expect(back.differences).toEqual([]);
  });
});

describe("deciding", () => {
  const open = { field: "lastName", mine: "Burg", theirs: "Berger", typed: true, choice: null } as const;

  test("nothing is decided until the person does something", () => {
    expect(decided(open, "Burg")).toBeNull();
  });

  test("choosing decides, and so does typing", () => {
    expect(decided({ ...open, choice: "mine" }, "Burg")).toBe("mine");
    expect(decided(open, "Burger")).toBe("mine");
    expect(decided(open, "Berger")).toBe("theirs");
    expect(decided({ ...open, choice: "theirs" }, "Burger")).toBe("mine");
  });

  test("one's own is what is in the field, or what was there before theirs was taken", () => {
    expect(ownValue(open, "Burger")).toBe("Burger");
    expect(ownValue(open, "Berger")).toBe("Burg");
  });
});

describe("what is sent", () => {
  const groups = [{ id: "service", name: "Customer service" }, { id: "editors", name: "Content editors" }];
  const user = { ...base, groups } as User;
  const values = { ...base, password: "", repeat: "" };

  test("is only what differs, without the spaces around it", () => {
    expect(changesOf(user, { ...values, firstName: " Ada ", lastName: " Burg", agent: true })).toEqual({
      lastName: "Burg",
      agent: true,
    });
  });

  test("is nothing when nothing differs", () => {
    expect(changesOf(user, { ...values, groups: ["editors", "service"] })).toEqual({});
  });

  test("has the password exactly as typed, once", () => {
    const password = "  correct horse battery  ";
    expect(changesOf(user, { ...values, password, repeat: password })).toEqual({ password });
  });
});
