import { describe, expect, test } from "vitest";
import { checkValues, emptyValues, trimmed } from "./values.ts";

const password = "orbit lantern mossy quartz";
const good = {
  ...emptyValues("en"),
  email: " ada@example.com ",
  password,
  repeat: password,
  firstName: "Ada",
  lastName: "Berg",
  groups: ["one"],
};

describe("the page's look at a user's form", () => {
  test("finds nothing in a complete one", () => {
    expect(checkValues(good, true)).toEqual({});
  });

  test("names every field that is missing, once", () => {
    const wrong = checkValues(emptyValues("en"), true);
    expect(Object.keys(wrong)).toEqual(["email", "password", "firstName", "lastName", "groups"]);
    expect(wrong.groups).toEqual({ code: "too_few", params: { min: 1 } });
  });

  test("leaves an empty password alone on edit, but no half of one", () => {
    expect(checkValues({ ...good, password: "", repeat: "" }, false)).toEqual({});
    expect(checkValues({ ...good, password: "", repeat: password }, false).password?.code).toBe("required");
    expect(checkValues({ ...good, repeat: "" }, false)).toEqual({ repeat: { code: "differs" } });
    expect(checkValues({ ...good, password: "short", repeat: "short" }, false).password?.code).toBe("too_short");
  });

  test("counts groups", () => {
    const groups = Array.from({ length: 11 }, (_, at) => String(at));
    expect(checkValues({ ...good, groups }, true)).toEqual({ groups: { code: "too_many", params: { max: 10 } } });
  });

  test("sends no spaces around names and e-mail", () => {
    expect(trimmed({ ...good, lastName: " van Berg " })).toMatchObject({ email: "ada@example.com", lastName: "van Berg" });
  });
});
