import type { AuditChange } from "../../../api/types.ts";

/** How the values of a field are to be read. */
export type Reading = "plain" | "status" | "language" | "gender" | "moment" | "device" | "password" | "rule" | "user" | "customer" | "group" | "role";

interface Field {
  /** The message that names it: where it is edited, it is called the same. */
  label: string;
  reading: Reading;
}

const FIELDS: Record<string, Field> = {
  email: { label: "field-email", reading: "plain" },
  firstName: { label: "field-first-name", reading: "plain" },
  lastName: { label: "field-last-name", reading: "plain" },
  status: { label: "column-status", reading: "status" },
  groups: { label: "column-groups", reading: "group" },
  agent: { label: "field-agent", reading: "plain" },
  language: { label: "field-language", reading: "language" },
  password: { label: "field-password", reading: "password" },
  customers: { label: "column-customers", reading: "customer" },
  owner: { label: "column-owner", reading: "user" },
  gender: { label: "column-gender", reading: "gender" },
  name: { label: "field-name", reading: "plain" },
  description: { label: "field-description", reading: "plain" },
  roles: { label: "field-roles", reading: "role" },
  rules: { label: "field-rules", reading: "rule" },
  device: { label: "field-device", reading: "device" },
  failures: { label: "field-failures", reading: "plain" },
  delayedUntil: { label: "field-delayed-until", reading: "moment" },
  addressFailures: { label: "field-address-failures", reading: "plain" },
  addressDelayedUntil: { label: "field-address-delayed-until", reading: "moment" },
};

/** What the page knows of a field; nothing of one from a newer server. */
export function fieldOf({ field }: AuditChange): Field | undefined {
  return Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
}

/** A change as it is shown: one value for another, or of several values those that came and those that went. */
export type Shown = { change: AuditChange } & ({ several: false } | { several: true; added: unknown[]; taken: unknown[] });

/** The changes of an event. Customers are recorded one by one; they are shown together. */
export function shownChanges(changes: readonly AuditChange[]): Shown[] {
  const shown: Shown[] = [];
  for (const change of changes) {
    const last = shown.at(-1);
    const isList = Array.isArray(change.from) || Array.isArray(change.to);
    if (!isList && change.field !== "customers") {
      // What is left empty when something is created is no change that anybody looks for.
      if (isNothing(change.from) && isNothing(change.to)) continue;
      shown.push({ change, several: false });
      continue;
    }
    const [before, now] = [listOf(change.from), listOf(change.to)];
    const added = now.filter((value) => !before.includes(value));
    const taken = before.filter((value) => !now.includes(value));
    if (last?.several && last.change.field === change.field) {
      last.added.push(...added);
      last.taken.push(...taken);
    } else {
      shown.push({ change, several: true, added, taken });
    }
  }
  return shown;
}

/** Whether there is nothing to show of a value. */
export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isNothing(value) ? [] : [value];
}
