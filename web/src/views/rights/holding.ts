import type { Group, Permission, Role, Rule } from "../../api/types.ts";
import { covers, rulesOf } from "./rules.ts";

/** Somebody, and what they hold. */
export interface Holder {
  all: readonly Permission[];
  /** Whether they hold a single permission. */
  held(permission: string): boolean;
  /** The rules of their own roles; null if they cannot be read. */
  own: readonly Rule[] | null;
}

/** The rules that reach members of these groups. */
export function rulesOfGroups(roles: readonly Role[], groups: readonly { id: string }[]): Rule[] {
  return rulesOf(roles.filter((role) => role.groups.some(({ id }) => groups.some((group) => group.id === id))));
}

/** Whether somebody holds all of a scope: nobody can give or deny anything else. */
export function holds(holder: Holder, scope: string): boolean {
  return holdsKnown(holder, scope) && (isSingle(scope) || holdsLater(holder, scope));
}

/** Whether somebody holds all of a scope that there is by now. */
export function holdsKnown({ all, held }: Holder, scope: string): boolean {
  return all.every(({ permission }) => !covers(scope, permission) || held(permission));
}

export function holdsRules(holder: Holder, rules: readonly Rule[]): boolean {
  return rules.every(({ permission }) => holds(holder, permission));
}

/**
 * Whether somebody holds what later versions bring to an area, or to all areas. No permission stands for that, so it
 * is read from their rules: one that denies the whole would leave them nothing of it.
 */
function holdsLater({ all, held, own }: Holder, scope: string): boolean {
  if (own === null) return true;
  const holdsSome = all.some(({ permission }) => covers(scope, permission) && held(permission));
  return holdsSome && own.some((rule) => rule.effect === "allow" && covers(rule.permission, scope));
}

/** Whether a group gives what somebody does not hold: they put nobody into it. */
export function givesMore(holder: Holder, group: Pick<Group, "id" | "permissions">, roles: readonly Role[] | null): boolean {
  if (!group.permissions.every(holder.held)) return true;
  const rules = rulesOfGroups(roles ?? [], [group]);
  const says = (effect: Rule["effect"], scope: string) =>
    rules.some((rule) => rule.effect === effect && covers(rule.permission, scope));
  return wideScopes(holder.all).some((scope) => says("allow", scope) && !says("deny", scope) && !holdsLater(holder, scope));
}

/** Those of some groups whose members may hold more than somebody, who then changes nothing of what those groups give. */
export function beyond(holder: Holder, groups: readonly Group[], roles: readonly Role[] | null): Group[] {
  return groups.filter((group) => group.memberCount > 0 && givesMore(holder, group, roles));
}

/** Whether a group allows or denies what somebody does not hold: they do not delete it. */
export function saysMore({ permissions, denied }: Pick<Group, "permissions" | "denied">, held: Holder["held"]): boolean {
  return ![...permissions, ...denied].every(held);
}

function wideScopes(all: readonly Permission[]): string[] {
  return ["*", ...new Set(all.map(({ area }) => `${area}.*`))];
}

function isSingle(scope: string): boolean {
  return !scope.endsWith("*");
}
