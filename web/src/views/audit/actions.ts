import type { AuditEvent } from "../../api/types.ts";
import { hasText } from "../../texts/text.tsx";

/** The kinds of actions, in the order of the page's sections. */
export const KINDS = ["user", "customer", "group", "role", "session"] as const;

/** The actions this page knows; a newer server may tell of others. */
export const ACTIONS = [
  "user.created",
  "user.updated",
  "user.activated",
  "user.deactivated",
  "user.deleted",
  "user.restored",
  "user.password-refused",
  "user.recovered",
  "customer.created",
  "customer.updated",
  "customer.assigned",
  "customer.unassigned",
  "group.created",
  "group.updated",
  "group.deleted",
  "role.created",
  "role.updated",
  "role.deleted",
  "session.signed-in",
  "session.signed-out",
  "session.ended",
  "session.all-ended",
  "session.refused",
  "session.delayed",
] as const;

/** An action's word as part of a message's id. */
export function dashed(action: string): string {
  return action.replaceAll(".", "-");
}

/**
 * The message that tells of an event: the one for what somebody did to themself if it counts, the one for what it was
 * done to, the action's own, or for an action this page does not know the general one.
 */
export function messageOf(prefix: "event" | "history", { action, actor, target }: AuditEvent): string {
  const id = `${prefix}-${dashed(action)}`;
  const isSelf = actor.id !== null && actor.id === target.id;
  const ids = [...(isSelf ? [`${id}-self`] : []), `${id}-${target.kind}`, id];
  return ids.find(hasText) ?? `${prefix}-unknown`;
}
