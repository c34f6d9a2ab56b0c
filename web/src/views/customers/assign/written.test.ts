import { beforeEach, expect, test, vi } from "vitest";
import type { Customer, User } from "../../../api/types.ts";
import { newestCustomer, noteOwner, ownedSince } from "./written.ts";

const user = { id: "u1", firstName: "Kim", lastName: "Lee", status: "active" } as User;
const customer = (id: string, version = 1) => ({ id, version, owner: null }) as Customer;

beforeEach(() => void vi.useFakeTimers());

test("what was just assigned shows its owner, also where the index does not know yet", () => {
  noteOwner(customer("a"), user);
  expect(newestCustomer(customer("a")).owner).toEqual({ id: "u1", name: "Kim Lee", status: "active" });
  expect(ownedSince("u1", []).map(({ id }) => id)).toEqual(["a"]);
  expect(ownedSince("u1", [customer("a")])).toEqual([]);
  expect(ownedSince("u2", [])).toEqual([]);
});

test("a newer answer counts more", () => {
  noteOwner(customer("b"), user);
  expect(newestCustomer(customer("b", 2)).owner).toBeNull();
});

test("what was just unassigned is free, until the index knows by itself", () => {
  noteOwner(customer("c"), null);
  const owned = { ...customer("c"), owner: { id: "u1", name: "Kim Lee", status: "active" as const } };
  expect(newestCustomer(owned).owner).toBeNull();
  vi.advanceTimersByTime(31_000);
  expect(newestCustomer(owned).owner).toBe(owned.owner);
});
