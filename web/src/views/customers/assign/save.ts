import { ActionKey } from "../../../api/action-key.ts";
import { asProblem, type Problem } from "../../../api/problem.ts";
import type { Customer, Owner } from "../../../api/types.ts";

/** What the person wants of one customer. */
export interface Change {
  customer: Customer;
  /** To belong to the user, or to nobody. */
  wanted: "assigned" | "unassigned";
}

/** What became of a change. */
export type Outcome =
  | { is: "done" }
  /** Somebody else was quicker. */
  | { is: "taken"; owner: Owner }
  /** There is no such customer any more. */
  | { is: "gone" }
  /** Not carried out, and still wanted. */
  | { is: "failed"; problem: Problem };

export interface Settled extends Change {
  outcome: Outcome;
}

export interface Body {
  assign: string[];
  unassign: string[];
}

export interface Channel {
  /** Asks the server; the same key for the same body means the same request. */
  send(body: Body, key: string): Promise<unknown>;
  /** Told about changes as soon as it is known what became of them. */
  settle(settled: readonly Settled[]): void;
  /** After a failure that may pass: waits, and answers whether to send the same again. */
  wait(problem: Problem, attempt: number): Promise<boolean>;
}

/** What one call takes at most. */
export const BATCH = 25;

/**
 * Carries changes out, call by call. A call refused because of single customers is sent once more without them. A
 * failure that concerns the whole ends it; what was not carried out is then settled as failed.
 */
export async function saveChanges(changes: readonly Change[], channel: Channel): Promise<Problem | null> {
  for (let at = 0; at < changes.length; at += BATCH) {
    const fatal = await saveBatch(changes.slice(at, at + BATCH), channel);
    if (!fatal) continue;
    channel.settle(settled(changes.slice(at + BATCH), { is: "failed", problem: fatal }));
    return fatal;
  }
  return null;
}

/** Answers the problem that makes it useless to go on, or null. */
async function saveBatch(batch: readonly Change[], { send, settle, wait }: Channel): Promise<Problem | null> {
  const key = new ActionKey();
  let rest = batch;
  let conflicts = 0;
  for (let attempt = 1; rest.length > 0; ) {
    const body = bodyOf(rest);
    try {
      await key.run(body, (id) => send(body, id));
      settle(settled(rest, { is: "done" }));
      return null;
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (mayPass(problem) && (await wait(problem, attempt))) {
        attempt += 1;
        continue;
      }
      const named = namedIn(problem, body);
      settle(rest.flatMap((change) => outcomeOf(change, named)));
      rest = rest.filter(({ customer }) => !named.has(customer.id));
      if (problem.code === "customer_already_assigned") conflicts += 1;
      // Customers that are gone are gone; but whoever keeps being quicker is left in peace after the second time.
      if (named.size > 0 && conflicts < 2) {
        attempt = 1;
        continue;
      }
      settle(settled(rest, { is: "failed", problem }));
      return named.size > 0 ? null : problem;
    }
  }
  return null;
}

/** Whether the same request may succeed a little later. */
function mayPass(problem: Problem): boolean {
  return problem.code !== "page_failed" && (problem.outcomeUnknown || problem.status === 429);
}

/** The customers a refusal names, and what became of them. */
function namedIn(problem: Problem, body: Body): Map<string, Outcome> {
  const named = new Map<string, Outcome>();
  const { conflicts } = problem.details;
  if (problem.code === "customer_already_assigned" && Array.isArray(conflicts)) {
    for (const { customer, owner } of conflicts as { customer: { id: string }; owner: Owner }[]) {
      named.set(customer.id, { is: "taken", owner });
    }
  }
  for (const { pointer, code } of problem.errors) {
    const [, list, at] = pointer.split("/");
    const id = list === "assign" || list === "unassign" ? body[list][Number(at)] : undefined;
    if (id !== undefined && code === "unknown_customer") named.set(id, { is: "gone" });
  }
  return named;
}

function bodyOf(changes: readonly Change[]): Body {
  const ids = (wanted: Change["wanted"]) =>
    changes.filter((change) => change.wanted === wanted).map(({ customer }) => customer.id);
  return { assign: ids("assigned"), unassign: ids("unassigned") };
}

function outcomeOf(change: Change, named: Map<string, Outcome>): Settled[] {
  const outcome = named.get(change.customer.id);
  return outcome ? [{ ...change, outcome }] : [];
}

function settled(changes: readonly Change[], outcome: Outcome): Settled[] {
  return changes.map((change) => ({ ...change, outcome }));
}
