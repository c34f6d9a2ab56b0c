import { describe, expect, test, vi } from "vitest";

vi.stubGlobal("location", { pathname: "/users", search: "" });
vi.stubGlobal("history", { state: null });
const { oneOf, positive, readQuery, text, writeQuery } = await import("./query.ts");

const schema = {
  q: text(),
  status: oneOf(["all", "active", "deleted"], "all"),
  page: positive(1),
};

describe("the query of an address", () => {
  test("is read with its known values", () => {
    expect(readQuery(schema, "?q=ann&status=deleted&page=3")).toEqual({ q: "ann", status: "deleted", page: 3 });
  });

  test("drops what it does not know, quietly", () => {
    const values = readQuery(schema, "?status=sleeping&page=-1&colour=red");
    expect(values).toEqual({ q: "", status: "all", page: 1 });
    expect(writeQuery(schema, values)).toBe("");
  });

  test("drops a text that is too long to be meant", () => {
    expect(readQuery(schema, `?q=${"x".repeat(201)}`).q).toBe("");
  });

  test("is written without what holds anyway, and read back the same", () => {
    const values = { q: "ü & <b>", status: "active" as "all" | "active" | "deleted", page: 1 };
    const written = writeQuery(schema, values);
    expect(written).toBe("?q=%C3%BC+%26+%3Cb%3E&status=active");
    expect(readQuery(schema, written)).toEqual(values);
  });

  test("holds the values of several lists side by side", () => {
    const search = "?q=ann&page=2&assigned.q=ben&colour=red";
    expect(readQuery(schema, search, "assigned.")).toEqual({ q: "ben", status: "all", page: 1 });
    const values = { q: "", status: "active" as "all" | "active" | "deleted", page: 1 };
    expect(writeQuery(schema, values, "assigned.", search)).toBe("?q=ann&page=2&colour=red&assigned.status=active");
    expect(writeQuery(schema, values, "", search)).toBe("?assigned.q=ben&status=active");
  });
});
