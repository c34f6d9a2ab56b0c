import type { Customer, User } from "../../../api/types.ts";

/**
 * Customers whose owner this tab has changed a moment ago. The index of a user's customers lags behind the writes;
 * laid over its answers, nobody misses what they have just saved.
 */
interface Written {
  customer: Customer;
  at: number;
}

/** As long as any index takes to catch up. */
const KEPT = 30_000;

const written = new Map<string, Written>();

/** Notes that a customer, as it was when it was ticked, now belongs to a user or to nobody. */
export function noteOwner(customer: Customer, owner: User | null): void {
  const named = owner && { id: owner.id, name: `${owner.firstName} ${owner.lastName}`, status: owner.status };
  written.set(customer.id, { customer: { ...customer, owner: named }, at: Date.now() });
}

/** The newer of what a list answered and what this tab wrote. */
export function newestCustomer(customer: Customer): Customer {
  const own = written.get(customer.id);
  if (!own || own.at < Date.now() - KEPT || customer.version > own.customer.version) return customer;
  return { ...customer, owner: own.customer.owner };
}

/** Customers that belong to the user since a moment ago and that a list answered without. */
export function ownedSince(userId: string, answered: readonly Customer[]): Customer[] {
  const ids = new Set(answered.map(({ id }) => id));
  const since = Date.now() - KEPT;
  return [...written.values()]
    .filter(({ customer, at }) => at >= since && customer.owner?.id === userId && !ids.has(customer.id))
    .map(({ customer }) => customer);
}
