import type { Permission, Role } from "../../api/types.ts";
import { can, me } from "../../session/session.ts";
import { rulesOfGroups, type Holder } from "./holding.ts";

/** The signed-in user, and what they hold; `roles` are all there are, null for those who may not read them. */
export function whoAsks(all: readonly Permission[], roles: readonly Role[] | null): Holder {
  return { all, held: can, own: roles && rulesOfGroups(roles, me.value.groups) };
}
