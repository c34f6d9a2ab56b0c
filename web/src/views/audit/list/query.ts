import { listAuditEvents, type AuditEventQuery } from "../../../api/audit.ts";
import type { AuditEventList } from "../../../api/types.ts";
import { addresses } from "../../../navigation/addresses.ts";
import { oneOf, positive, text, writeQuery, type Param, type Schema } from "../../../navigation/query.ts";
import { ACTIONS, KINDS } from "../actions.ts";
import { dayOf, momentsOf, PERIODS, type Period } from "./period.ts";

export const PAGE_SIZE = 25;

/** What the address of the Audit page says. */
export interface AuditQuery {
  /** A user's id, `operator`, `nobody`, or empty for anybody. */
  actor: string;
  /** `<kind>:<id>`, or empty for everything. */
  target: string;
  /** An action, a kind of actions, or empty for all. */
  action: string;
  period: Period;
  from: string;
  until: string;
  page: number;
  cursor: string;
}

/** Who did something when it was no user. */
export const NO_USERS = ["operator", "nobody"] as const;

const ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

const matching = (pattern: RegExp): Param<string> => ({
  read: (value) => (pattern.test(value) ? value : undefined),
  fallback: "",
});

const day: Param<string> = { read: (value) => (dayOf(value) ? value : undefined), fallback: "" };

export const auditQuery: Schema<AuditQuery> = {
  actor: matching(new RegExp(`^(${ID}|${NO_USERS.join("|")})$`)),
  target: matching(new RegExp(`^((user|group|role):${ID}|customer:[\\w.-]{1,64})$`)),
  action: oneOf<string>(["", ...KINDS, ...ACTIONS], ""),
  period: oneOf(PERIODS, "any"),
  from: day,
  until: day,
  page: positive(1),
  cursor: text("", 4000),
};

export const NO_FILTERS = { actor: "", target: "", action: "", period: "any", from: "", until: "" } as const;

export function isNarrowed({ actor, target, action, period }: AuditQuery): boolean {
  return actor !== "" || target !== "" || action !== "" || period !== "any";
}

/** The address of the same list with another filter, from its first page. */
export function addressWith(values: AuditQuery, filter: Partial<AuditQuery>): string {
  return addresses.audit + writeQuery(auditQuery, { ...values, ...filter, page: 1, cursor: "" });
}

/** What to ask the server for; the same all day, so that a place in the list stays one. */
export function askedBy({ actor, target, action, ...chosen }: AuditQuery): AuditEventQuery {
  return {
    ...(actor ? { actor } : {}),
    ...(target ? { target } : {}),
    ...(action ? { action } : {}),
    ...momentsOf(chosen, new Date()),
  };
}

export function loadEvents(
  asked: AuditEventQuery,
  cursor: string | null,
  limit: number,
  signal: AbortSignal,
): Promise<AuditEventList> {
  return listAuditEvents({ ...asked, limit, ...(cursor ? { cursor } : {}) }, signal);
}
