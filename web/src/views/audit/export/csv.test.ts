import { expect, test } from "vitest";
import type { AuditEvent } from "../../../api/types.ts";
import { cellOf, csvOf, rowsOf } from "./csv.ts";

const event: AuditEvent = {
  id: "e1",
  at: "2026-11-24T12:00:00Z",
  action: "user.updated",
  actor: { kind: "user", id: "a1", name: "Ada Lovelace" },
  target: { kind: "user", id: "u1", name: "Grace, Hopper" },
  changes: [
    { field: "groups", from: ["g1"], to: ["g1", "g2"] },
    { field: "agent", from: false, to: true },
    { field: "firstName", from: null, to: "=SUM(A1)" },
  ],
  names: { g1: "Editors" },
  address: "127.0.0.1",
  requestId: "r1",
};

test.each([
  ["plain", "plain"],
  ["a,b", '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ["two\r\nlines", '"two\r\nlines"'],
  ["", ""],
  [" spaces ", " spaces "],
])("%j is written as %j", (text, cell) => {
  expect(cellOf(text)).toBe(cell);
});

test.each(["=1+1", "+49 30", "-1", "@SUM(A1)", "\tx"])("%j is no formula any more", (text) => {
  expect(cellOf(text)).toBe(`'${text}`);
});

test("what begins with a return is neither a formula nor a new line", () => {
  expect(cellOf("\r=1")).toBe(`"'\r=1"`);
  expect(cellOf('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`);
});

test("each change has a row, with the names that things had beside their ids", () => {
  const rows = rowsOf(event);
  expect(rows.map((row) => row.slice(7, 10))).toEqual([
    ["groups", "Editors (g1)", "Editors (g1); g2"],
    ["agent", "false", "true"],
    ["firstName", "", "=SUM(A1)"],
  ]);
  expect(rows[0]?.slice(0, 7)).toEqual([event.at, "Ada Lovelace", "a1", "user.updated", "user", "Grace, Hopper", "u1"]);
  expect(rows[0]?.slice(10)).toEqual(["127.0.0.1", "r1"]);
});

test("an event without changes has one row, and who is no user is called by the kind", () => {
  const plain: AuditEvent = {
    ...event,
    actor: { kind: "nobody", id: null, name: null },
    target: { kind: "sign-in", id: null, name: null },
    changes: [],
  };
  expect(rowsOf(plain)).toEqual([
    [event.at, "nobody", "", "user.updated", "sign-in", "", "", "", "", "", "127.0.0.1", "r1"],
  ]);
});

test("the file says that it is UTF-8, begins with its columns and ends its lines as the format has it", () => {
  const text = csvOf([event]);
  expect(text.startsWith("\ufefftime,actor,actor id,action,")).toBe(true);
  const lines = text.split("\r\n");
  expect(lines).toHaveLength(5);
  expect(lines[4]).toBe("");
  expect(lines[1]).toContain('"Grace, Hopper"');
  expect(lines[3]).toContain("'=SUM(A1)");
});
