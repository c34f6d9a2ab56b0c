import { expect, test } from "vitest";
import { Problem } from "../api/problem.ts";
import { mapProblem } from "./field-errors.ts";

const form = { email: "", groups: [] as string[], password: "" };
const refused = (pointer: string, code: string) => ({ pointer, code, params: {} });

test("a pointer leads to its field, a deeper one to the field it is in", () => {
  const problem = new Problem({
    code: "validation_failed",
    errors: [refused("/email", "malformed"), refused("/groups/1", "unknown_group")],
  });
  expect(mapProblem(problem, form)).toEqual({
    errors: {
      email: { code: "malformed", params: {}, fromServer: true },
      groups: { code: "unknown_group", params: {}, fromServer: true },
    },
    rest: [],
  });
});

test("the first of several complaints about a field is said", () => {
  const problem = new Problem({ code: "x", errors: [refused("/email", "too_long"), refused("/email", "malformed")] });
  expect(mapProblem(problem, form).errors.email?.code).toBe("too_long");
});

test("what the form has no field for stays for the summary", () => {
  const problem = new Problem({ code: "x", errors: [refused("/shoeSize", "unknown_field"), refused("", "wrong_type")] });
  expect(mapProblem(problem, form).rest.map(({ pointer }) => pointer)).toEqual(["/shoeSize", ""]);
});
