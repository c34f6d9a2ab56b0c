import { listAuditEvents, type AuditEventQuery } from "../../../api/audit.ts";
import type { AuditEvent } from "../../../api/types.ts";

/** The most that the server answers at once. */
const LIMIT = 100;

/** How far an export has come; after a failure it goes on from there. */
export interface Walk {
  events: AuditEvent[];
  /** Where to go on; null when everything was read. */
  next: string | null;
}

/** The beginning of a list has no cursor. */
export function newWalk(): Walk {
  return { events: [], next: "" };
}

/** Reads all pages of what the filters show. New events come before the first page, so nothing is read twice. */
export async function walkOn(
  walk: Walk,
  asked: AuditEventQuery,
  signal: AbortSignal,
  onProgress: (count: number) => void,
): Promise<void> {
  while (walk.next !== null) {
    const place = walk.next === "" ? {} : { cursor: walk.next };
    const page = await listAuditEvents({ ...asked, limit: LIMIT, ...place }, signal);
    walk.events.push(...page.items);
    walk.next = page.next;
    onProgress(walk.events.length);
  }
}
