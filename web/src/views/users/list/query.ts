import { missing, newest } from "../../../api/overlay.ts";
import type { User, UserList } from "../../../api/types.ts";
import { listUsers } from "../../../api/users.ts";
import { oneOf, positive, text, type Schema } from "../../../navigation/query.ts";

export const PAGE_SIZE = 25;

export const SORTS = ["lastName", "firstName", "email", "lastSignInAt", "createdAt"] as const;

/** What the address of the Users List says. */
export interface UsersQuery {
  q: string;
  status: "all" | User["status"];
  group: string;
  agent: "all" | "true" | "false";
  sort: (typeof SORTS)[number];
  order: "asc" | "desc";
  /** Only for the title and the pager: the cursor is what leads to the page. */
  page: number;
  cursor: string;
}

export const usersQuery: Schema<UsersQuery> = {
  q: text(),
  status: oneOf(["all", "active", "deactivated", "deleted"], "all"),
  group: text("", 64),
  agent: oneOf(["all", "true", "false"], "all"),
  sort: oneOf(SORTS, "lastName"),
  order: oneOf(["asc", "desc"], "asc"),
  page: positive(1),
  cursor: text("", 4000),
};

export const NO_FILTERS = { q: "", status: "all", group: "", agent: "all" } as const satisfies Partial<UsersQuery>;

export function isNarrowed({ q, status, group, agent }: UsersQuery): boolean {
  return q !== "" || status !== "all" || group !== "" || agent !== "all";
}

/** Asks for a page; what this tab wrote a moment ago is laid over the answer. */
export async function loadUsers(
  query: UsersQuery,
  cursor: string | null,
  limit: number,
  signal: AbortSignal,
): Promise<UserList> {
  const { q, status, group, agent, sort, order } = query;
  const asked = {
    limit,
    ...(cursor ? { cursor } : {}),
    // A search orders by the word that matched; sorting it is refused.
    ...(q ? { q } : { sort, order }),
    ...(status === "all" ? {} : { status }),
    ...(group ? { group } : {}),
    ...(agent === "all" ? {} : { agent: agent === "true" }),
  };
  return layOver(await listUsers(asked, signal), query, cursor === null);
}

/** Rows that no longer match leave; one just created that the index does not know yet joins where it belongs. */
function layOver(answer: UserList, query: UsersQuery, isFirst: boolean): UserList {
  const items = answer.items.map(newest).filter((user) => matches(user, query));
  if (query.q !== "" || !isFirst) return { ...answer, items };
  const isBefore = before(query);
  for (const user of missing(answer.items)) {
    if (!matches(user, query)) continue;
    const at = items.findIndex((other) => isBefore(user, other));
    if (at >= 0) items.splice(at, 0, user);
    else if (answer.next === null) items.push(user);
  }
  return { ...answer, items };
}

function matches(user: User, { status, group, agent }: UsersQuery): boolean {
  return (
    (status === "all" || user.status === status) &&
    (group === "" || user.groups.some(({ id }) => id === group)) &&
    (agent === "all" || String(user.agent) === agent)
  );
}

function before({ sort, order }: UsersQuery): (one: User, other: User) => boolean {
  const { compare } = new Intl.Collator("en", { sensitivity: "base" });
  const sign = order === "asc" ? 1 : -1;
  return (one, other) => sign * compare(one[sort] ?? "", other[sort] ?? "") < 0;
}
