import { expect, test, vi } from "vitest";
import { Problem } from "../../../api/problem.ts";
import type { Customer } from "../../../api/types.ts";
import { saveChanges, type Body, type Change, type Settled } from "./save.ts";

vi.stubGlobal("crypto", { randomUUID: () => `key-${++keys}` });
let keys = 0;

const change = (id: string, wanted: Change["wanted"] = "assigned"): Change => ({ customer: { id } as Customer, wanted });
const owner = { id: "u2", name: "Kim Lee", status: "active" as const };
const taken = (...ids: string[]) =>
  new Problem({
    code: "customer_already_assigned",
    status: 409,
    details: { conflicts: ids.map((id) => ({ customer: { id, firstName: "A", lastName: "B" }, owner })) },
  });

/** A server that gives these answers in turn: null for success. */
async function save(changes: Change[], answers: (Problem | null)[], goOn = true) {
  const calls: { body: Body; key: string }[] = [];
  const all: Settled[] = [];
  const fatal = await saveChanges(changes, {
    send: async (body, key) => {
      calls.push({ body, key });
      const problem = answers[calls.length - 1];
      if (problem) throw problem;
    },
    settle: (some) => void all.push(...some),
    wait: async () => goOn,
  });
  const of = (is: string) => all.filter(({ outcome }) => outcome.is === is).map(({ customer }) => customer.id);
  return { calls, fatal, all, of };
}

test("asks in calls of at most 25, everything once", async () => {
  const changes = Array.from({ length: 60 }, (_, at) => change(`c${at}`, at % 2 ? "unassigned" : "assigned"));
  const { calls, of, fatal } = await save(changes, []);
  expect(calls.map(({ body }) => body.assign.length + body.unassign.length)).toEqual([25, 25, 10]);
  expect(new Set(calls.map(({ key }) => key)).size).toBe(3);
  expect(of("done")).toEqual(changes.map(({ customer }) => customer.id));
  expect(fatal).toBeNull();
});

test("a call refused because somebody was quicker is sent once more without those customers", async () => {
  const { calls, of, all } = await save([change("a"), change("b"), change("c", "unassigned")], [taken("b")]);
  expect(calls.map(({ body }) => body)).toEqual([
    { assign: ["a", "b"], unassign: ["c"] },
    { assign: ["a"], unassign: ["c"] },
  ]);
  expect(calls[1]?.key).not.toBe(calls[0]?.key);
  expect(of("done")).toEqual(["a", "c"]);
  expect(all[0]).toMatchObject({ customer: { id: "b" }, outcome: { is: "taken", owner } });
});

test("a second refusal of the same call leaves its rest for another time, and goes on with the next call", async () => {
  const changes = Array.from({ length: 26 }, (_, at) => change(`c${at}`));
  const { calls, of, fatal } = await save(changes, [taken("c0"), taken("c1")]);
  expect(calls).toHaveLength(3);
  expect(of("taken")).toEqual(["c0", "c1"]);
  expect(of("failed")).toHaveLength(23);
  expect(of("done")).toEqual(["c25"]);
  expect(fatal).toBeNull();
});

test("nothing is asked again when nothing is left of a refused call", async () => {
  const { calls, of } = await save([change("a")], [taken("a")]);
  expect(calls).toHaveLength(1);
  expect(of("taken")).toEqual(["a"]);
});

test("a customer the server does not know is left out by its place in the call", async () => {
  const errors = [{ pointer: "/assign/1", code: "unknown_customer", params: {} }];
  const unknown = new Problem({ code: "validation_failed", status: 422, errors });
  const { calls, of } = await save([change("a"), change("b")], [unknown]);
  expect(calls[1]?.body.assign).toEqual(["a"]);
  expect(of("gone")).toEqual(["b"]);
});

test("customers who are gone do not keep the call from being sent again after a conflict", async () => {
  const errors = [{ pointer: "/assign/0", code: "unknown_customer", params: {} }];
  const unknown = new Problem({ code: "validation_failed", status: 422, errors });
  const { of } = await save([change("a"), change("b"), change("c")], [unknown, taken("b")]);
  expect([of("gone"), of("taken"), of("done")]).toEqual([["a"], ["b"], ["c"]]);
});

test("after a lost connection the same call goes out with the same key", async () => {
  const lost = new Problem({ code: "offline" });
  const { calls, of } = await save([change("a")], [lost, new Problem({ code: "store_unavailable", status: 503 })]);
  expect(calls).toHaveLength(3);
  expect(new Set(calls.map(({ key }) => key)).size).toBe(1);
  expect(of("done")).toEqual(["a"]);
});

test("somebody who does not want to wait ends it; what was not done is said", async () => {
  const changes = Array.from({ length: 30 }, (_, at) => change(`c${at}`));
  const lost = new Problem({ code: "offline" });
  const { calls, of, fatal } = await save(changes, [null, lost], false);
  expect(calls).toHaveLength(2);
  expect(of("done")).toHaveLength(25);
  expect(of("failed")).toHaveLength(5);
  expect(fatal).toBe(lost);
});

test("what concerns the user ends it at once", async () => {
  const deleted = new Problem({ code: "user_deleted", status: 409 });
  const changes = Array.from({ length: 30 }, (_, at) => change(`c${at}`));
  const { calls, of, fatal } = await save(changes, [deleted]);
  expect(calls).toHaveLength(1);
  expect(of("failed")).toHaveLength(30);
  expect(fatal).toBe(deleted);
});
