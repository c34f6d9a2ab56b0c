import type { User } from "../../api/types.ts";
import { addresses } from "../../navigation/addresses.ts";
import { can } from "../../session/session.ts";
import { t } from "../../texts/text.tsx";
import { isMe } from "./person.ts";
import { holdsMore } from "./rights/holding.ts";
import { activate, deactivate, inFlight, restore } from "./status-actions.tsx";
import { knownGroups } from "./use-groups.ts";

/** Something that can be done with a user: by going to another view, or at once. */
export interface PossibleAction {
  /** Stays the same while the status and with it the label change. */
  id: "customers" | "status" | "delete";
  label: string;
  to?: string;
  run?(): void;
  /** Why it cannot be done now, or null. */
  disabled: string | null;
}

/** Why nobody who holds less may change a user, as far as the groups are known; null if it is not so. */
export function heldBack(user: User): string | null {
  return !isMe(user) && holdsMore(user, knownGroups.value ?? [], can) ? t("problem-user-holds-more") : null;
}

/** What the person may do with a user besides editing. What they may never do is left out. */
export function possibleActions(user: User, isLastAdministrator: boolean): PossibleAction[] {
  const deleted = user.status === "deleted";
  const last = isLastAdministrator ? t("last-administrator") : null;
  const busy = heldBack(user) ?? (inFlight.value.has(user.id) ? t("action-running") : null);
  const actions: PossibleAction[] = [];
  if (can("users.assign-customers") && can("customers.read")) {
    const disabled = deleted ? t("assign-not-deleted") : null;
    actions.push({ id: "customers", label: t("assign-customers"), to: addresses.userCustomers(user.id), disabled });
  }
  if (can("users.set-status") && user.status === "deactivated") {
    actions.push({ id: "status", label: t("activate"), run: () => void activate(user), disabled: busy });
  }
  if (can("users.set-status") && user.status === "active") {
    actions.push({ id: "status", label: t("deactivate"), run: () => void deactivate(user), disabled: last ?? busy });
  }
  if (can("users.set-status") && deleted) {
    actions.push({ id: "status", label: t("restore"), run: () => void restore(user), disabled: busy });
  }
  if (can("users.delete") && !deleted) {
    actions.push({ id: "delete", label: t("delete"), to: addresses.deleteUser(user.id), disabled: last ?? busy });
  }
  return actions;
}
