import { permissionsOf, type Given } from "./holding.ts";

/** What ticked groups come to, and how it differs from what is saved. */
export interface Outcome {
  allowed: string[];
  gained: string[];
  lost: string[];
}

/** Compares the groups ticked with those saved, by their ids. */
export function outcomeOf(groups: readonly Given[], ticked: readonly string[], saved: readonly string[]): Outcome {
  const of = (ids: readonly string[]) => permissionsOf(groups.filter(({ id }) => ids.includes(id)));
  const [allowed, before] = [of(ticked), of(saved)];
  return {
    allowed,
    gained: allowed.filter((word) => !before.includes(word)),
    lost: before.filter((word) => !allowed.includes(word)),
  };
}

/**
 * Why whoever holds `held` cannot move somebody of the groups `saved` into or out of a group: it gives what they do
 * not hold, or it denies what leaving it would give.
 */
export function lockOf(
  group: Given,
  groups: readonly Given[],
  saved: readonly string[],
  held: (word: string) => boolean,
): "gives" | "denies" | null {
  if (!group.permissions.every(held)) return "gives";
  if (!saved.includes(group.id)) return null;
  const { gained } = outcomeOf(groups, saved.filter((id) => id !== group.id), saved);
  return gained.every(held) ? null : "denies";
}
