import { listAssignedCustomers, listCustomers } from "../../../api/customers.ts";
import type { Customer, CustomerList } from "../../../api/types.ts";
import { oneOf, positive, text, type Schema } from "../../../navigation/query.ts";
import { newestCustomer, ownedSince } from "./written.ts";

/** Two tables stand below each other: neither may hide the other behind a long page. */
export const PAGE_SIZE = 10;

export const SORTS = ["lastName", "firstName", "email"] as const;

/** The index of a user's customers knows only the last name. */
export const ASSIGNED_SORTS = ["lastName"] as const satisfies readonly Sort[];

export type Sort = (typeof SORTS)[number];

/** What the address says about one of the two tables. */
export interface TableQuery {
  q: string;
  sort: Sort;
  order: "asc" | "desc";
  page: number;
  cursor: string;
}

export interface CustomersQuery extends TableQuery {
  owner: "all" | "none";
}

export const assignedQuery: Schema<TableQuery> = {
  q: text(),
  sort: oneOf<Sort>(ASSIGNED_SORTS, "lastName"),
  order: oneOf(["asc", "desc"], "asc"),
  page: positive(1),
  cursor: text("", 4000),
};

export const customersQuery: Schema<CustomersQuery> = {
  ...assignedQuery,
  sort: oneOf(SORTS, "lastName"),
  owner: oneOf(["all", "none"], "all"),
};

/** A page of all customers, or of those nobody owns. */
export async function loadCustomers(
  query: CustomersQuery,
  cursor: string | null,
  limit: number,
  signal: AbortSignal,
): Promise<CustomerList> {
  const owner = query.owner === "none" ? { owner: "none" } : {};
  const answer = await listCustomers({ ...owner, ...ordered(query), ...place(cursor, limit) }, signal);
  const items = answer.items.map(newestCustomer);
  return { ...answer, items: query.owner === "none" ? items.filter((customer) => !customer.owner) : items };
}

/** A page of the user's own customers. */
export async function loadAssigned(
  userId: string,
  query: TableQuery,
  cursor: string | null,
  limit: number,
  signal: AbortSignal,
): Promise<CustomerList> {
  const isPlain = query.q === "" && query.sort === "lastName" && query.order === "asc";
  const answer = isPlain
    ? await listAssignedCustomers(userId, place(cursor, limit), signal)
    : await listCustomers({ owner: userId, ...ordered(query), ...place(cursor, limit) }, signal);
  const items = answer.items.map(newestCustomer).filter((customer) => customer.owner?.id === userId);
  if (query.q === "" && cursor === null) joinIn(items, ownedSince(userId, answer.items), query, answer.next === null);
  return { ...answer, items };
}

/** Customers assigned a moment ago that the index does not know yet join where they belong. */
function joinIn(items: Customer[], joining: readonly Customer[], { sort, order }: TableQuery, isAll: boolean): void {
  const { compare } = new Intl.Collator("en", { sensitivity: "base" });
  const sign = order === "asc" ? 1 : -1;
  for (const customer of joining) {
    const at = items.findIndex((other) => sign * compare(customer[sort], other[sort]) < 0);
    if (at >= 0) items.splice(at, 0, customer);
    else if (isAll) items.push(customer);
  }
}

/** A search orders by the word that matched; sorting it is refused. */
function ordered({ q, sort, order }: TableQuery) {
  return q ? { q } : { sort, order };
}

function place(cursor: string | null, limit: number) {
  return cursor ? { limit, cursor } : { limit };
}
