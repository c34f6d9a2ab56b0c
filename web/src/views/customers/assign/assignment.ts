import { computed, signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { assignCustomers } from "../../../api/customers.ts";
import { newest } from "../../../api/overlay.ts";
import type { Problem } from "../../../api/problem.ts";
import type { Customer, User } from "../../../api/types.ts";
import { Patience } from "./patience.ts";
import { reportInterruption, reportResult } from "./report.tsx";
import { saveChanges, type Change, type Settled } from "./save.ts";
import { noteOwner } from "./written.ts";

type Ticks = ReadonlyMap<string, Customer>;

/** How far saving is. */
export interface Progress {
  total: number;
  settled: number;
  /** Why it waits for the person, or null while it goes on. */
  waiting: Problem | null;
}

/**
 * What is ticked for one user, and the saving of it. It outlives its view while it saves: somebody who goes on to
 * something else finds the report there.
 */
export class Assignment {
  readonly assign = signal<Ticks>(new Map());
  readonly unassign = signal<Ticks>(new Map());
  readonly count = computed(() => this.assign.value.size + this.unassign.value.size);
  readonly progress = signal<Progress | null>(null);
  /** Counts the times that something was saved: the lists then have to ask again. */
  readonly saved = signal(0);
  /** The problem that ended the last saving, if one did. */
  readonly ended = signal<Problem | null>(null);
  /** Whether its view is on the page. */
  isWatched = false;

  readonly #userId: string;
  readonly #patience = new Patience((waiting) => this.#wait(waiting));
  #user: User | null = null;

  constructor(userId: string) {
    this.#userId = userId;
  }

  /** Whether the customer will be the user's once everything is saved. */
  isTicked(customer: Customer): boolean {
    return this.isOwn(customer) ? !this.unassign.value.has(customer.id) : this.assign.value.has(customer.id);
  }

  isOwn(customer: Customer): boolean {
    return customer.owner?.id === this.#userId;
  }

  /** Whether somebody else has the customer, so that it cannot be ticked. A deleted user's customers are free. */
  isForeign(customer: Customer): boolean {
    return customer.owner !== null && !this.isOwn(customer) && customer.owner.status !== "deleted";
  }

  /** Ticks or unticks customers; what is as the server has it already, is no change. */
  tick(customers: readonly Customer[], ticked: boolean): void {
    const [assign, unassign] = [new Map(this.assign.peek()), new Map(this.unassign.peek())];
    for (const customer of customers) {
      assign.delete(customer.id);
      unassign.delete(customer.id);
      if (this.isOwn(customer) === ticked) continue;
      (ticked ? assign : unassign).set(customer.id, customer);
    }
    this.assign.value = assign;
    this.unassign.value = unassign;
  }

  /** Saves what is ticked. A second call while it saves does nothing. */
  async save(user: User): Promise<void> {
    const changes = this.#changes();
    if (this.progress.peek() || changes.length === 0) return;
    this.#user = user;
    this.ended.value = null;
    this.progress.value = { total: changes.length, settled: 0, waiting: null };
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", stay);
    const all: Settled[] = [];
    this.ended.value = await saveChanges(changes, {
      send: (body, key) => assignCustomers(newest(user), body, key),
      settle: (some) => {
        all.push(...some);
        this.#settle(some, all.length);
      },
      wait: (problem, attempt) => this.#patience.wait(problem, attempt),
    });
    removeEventListener("beforeunload", stay);
    this.progress.value = null;
    this.saved.value += 1;
    reportResult(user, all, this.ended.peek());
    this.leave();
  }

  /** Goes on with a saving that waits for the person, or ends it with what was done so far. */
  answer(goOn: boolean): void {
    this.#patience.answer(goOn);
  }

  /** Forgets what nobody looks at and nothing saves any more. */
  leave(): void {
    if (!this.isWatched && !this.progress.peek()) open.delete(this.#userId);
  }

  #wait(waiting: Problem | null): void {
    const progress = this.progress.peek();
    if (!progress || !this.#user) return;
    this.progress.value = { ...progress, waiting };
    if (waiting && !this.isWatched) reportInterruption(this.#user, waiting, () => this.answer(true));
  }

  #changes(): Change[] {
    return [
      ...[...this.assign.peek().values()].map((customer) => ({ customer, wanted: "assigned" as const })),
      ...[...this.unassign.peek().values()].map((customer) => ({ customer, wanted: "unassigned" as const })),
    ];
  }

  /** What is settled needs no tick any more; what failed keeps it. */
  #settle(some: readonly Settled[], count: number): void {
    const [assign, unassign] = [new Map(this.assign.peek()), new Map(this.unassign.peek())];
    for (const { customer, wanted, outcome } of some) {
      if (outcome.is === "done") noteOwner(customer, wanted === "assigned" ? this.#user : null);
      if (outcome.is === "failed") continue;
      assign.delete(customer.id);
      unassign.delete(customer.id);
    }
    this.assign.value = assign;
    this.unassign.value = unassign;
    const progress = this.progress.peek();
    if (progress) this.progress.value = { ...progress, settled: count };
  }
}

const open = new Map<string, Assignment>();

/** The assignment of a user for as long as its view is on the page, and further while it saves. */
export function useAssignment(userId: string): Assignment {
  const [assignment] = useState(() => {
    const known = open.get(userId) ?? new Assignment(userId);
    open.set(userId, known);
    return known;
  });
  useEffect(() => {
    assignment.isWatched = true;
    return () => {
      assignment.isWatched = false;
      assignment.leave();
    };
  }, []);
  return assignment;
}
