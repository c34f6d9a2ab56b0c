import type { User } from "../../../api/types.ts";
import { fieldsOf, trimmed, type UserFields, type UserValues } from "../form/values.ts";

export type FieldName = keyof UserFields;
export type FieldValue = UserFields[FieldName];
export type Choice = "mine" | "theirs";

/** In the order of the form. */
const FIELDS: readonly FieldName[] = ["email", "firstName", "lastName", "groups", "agent", "language"];

/** A field that somebody else has changed while it was being edited here, to something else than what stands here. */
export interface Difference {
  field: FieldName;
  /** What stood here when the change was noticed. */
  mine: FieldValue;
  /** What is saved now. */
  theirs: FieldValue;
  /** Whether the person had changed the field too; if not, keeping it means going back to what it was. */
  typed: boolean;
  /** Null where both have changed it: only the person can decide. */
  choice: Choice | null;
}

export interface Merged {
  /** What the form shows from now on. */
  values: UserFields;
  differences: Difference[];
}

/**
 * Brings what was typed onto a newer version. What only one of the two has changed needs no decision; what both have
 * changed stays as typed, and undecided. `before` are the differences of an earlier clash that is still on the page.
 */
export function merge(base: UserFields, mine: UserFields, theirs: UserFields, before: readonly Difference[] = []): Merged {
  let values = mine;
  const differences: Difference[] = [];
  for (const field of FIELDS) {
    const earlier = before.find((difference) => difference.field === field);
    if (same(base[field], theirs[field])) {
      if (earlier) differences.push(earlier);
    } else if (same(mine[field], theirs[field])) {
      // Both came to the same: there is nothing to decide any more.
    } else if (same(mine[field], base[field])) {
      values = { ...values, [field]: theirs[field] };
      const kept = earlier ? { mine: earlier.mine, typed: earlier.typed } : { mine: mine[field], typed: false };
      differences.push({ field, ...kept, theirs: theirs[field], choice: "theirs" });
    } else {
      differences.push({ field, mine: mine[field], theirs: theirs[field], typed: true, choice: null });
    }
  }
  return { values, differences };
}

/** What the person has decided about a difference, by choosing or by typing something else; null while they have not. */
export function decided({ mine, theirs, choice }: Difference, current: FieldValue): Choice | null {
  if (same(current, theirs)) return "theirs";
  return choice === null && same(current, mine) ? null : "mine";
}

/** What keeping one's own means now: what is in the field, or what was there before theirs was taken. */
export function ownValue(difference: Difference, current: FieldValue): FieldValue {
  return same(current, difference.theirs) ? difference.mine : current;
}

/** What to send: the fields that differ from the version they are based on, and a new password. */
export function changesOf(base: User, values: UserValues): Partial<UserFields> & { password?: string } {
  const [before, now] = [fieldsOf(base), trimmed(values)];
  const changed = FIELDS.filter((field) => !same(before[field], now[field])).map((field) => [field, now[field]]);
  return { ...Object.fromEntries(changed), ...(values.password === "" ? {} : { password: values.password }) };
}

/** Fields that hold something else than what is saved. */
export function changedFields(base: User, values: UserValues): FieldName[] {
  const before = fieldsOf(base);
  return FIELDS.filter((field) => !same(before[field], values[field]));
}

/** Groups are a set; spaces around a text and the Unicode form mean nothing. */
function same(one: FieldValue, other: FieldValue): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: FieldValue): string {
  if (Array.isArray(value)) return JSON.stringify([...value].sort());
  return String(value).trim().normalize("NFC");
}
