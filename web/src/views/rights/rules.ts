import type { Permission, Role, Rule } from "../../api/types.ts";

/** What a role says of one scope: nothing, or that it is allowed or denied. */
export type Say = "nothing" | Rule["effect"];

/** A rule as a form holds it: `allow users.*`. */
export function written({ effect, permission }: Rule): string {
  return `${effect} ${permission}`;
}

export function read(rule: string): Rule {
  const [effect, permission] = rule.split(" ");
  return { effect: effect === "deny" ? "deny" : "allow", permission: permission as Rule["permission"] };
}

/** What rules say of a scope; a denial beats what allows the same. */
export function saying(rules: readonly string[], scope: string): Say {
  if (rules.includes(`deny ${scope}`)) return "deny";
  return rules.includes(`allow ${scope}`) ? "allow" : "nothing";
}

/** The rules with another word about a scope. */
export function say(rules: readonly string[], scope: string, what: Say): string[] {
  const others = rules.filter((rule) => read(rule).permission !== scope);
  return what === "nothing" ? others : [...others, `${what} ${scope}`];
}

/** Whether a scope is another one or has it in itself: `users.*` has `users.read`, `*` has `users.*`. */
export function covers(scope: string, permission: string): boolean {
  return scope === "*" || scope === permission || (scope.endsWith(".*") && permission.startsWith(scope.slice(0, -1)));
}

/** What rules allow and deny, all together: the permissions by their words. */
export function effectOf(rules: readonly Rule[], all: readonly Permission[]): { allowed: string[]; denied: string[] } {
  const named = (effect: Rule["effect"]) =>
    all
      .map(({ permission }) => permission)
      .filter((permission) => rules.some((rule) => rule.effect === effect && covers(rule.permission, permission)));
  const denied = named("deny");
  return { allowed: named("allow").filter((permission) => !denied.includes(permission)), denied };
}

/** The rules of several roles. */
export function rulesOf(roles: readonly Role[]): Rule[] {
  return roles.flatMap(({ rules }) => rules);
}
