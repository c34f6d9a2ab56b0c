import type { Group, User } from "../../api/types.ts";
import { me } from "../../session/session.ts";

export function fullName({ firstName, lastName }: Pick<User, "firstName" | "lastName">): string {
  return `${firstName} ${lastName}`;
}

export function isMe(user: Pick<User, "id">): boolean {
  return user.id === me.value.id;
}

/** Whether nobody would be left to administer without this user, as far as the groups say; the server has the last word. */
export function isLastAdministrator(user: User, groups: readonly Group[]): boolean {
  const administrators = groups.find(({ builtIn }) => builtIn);
  if (!administrators || user.status !== "active" || administrators.memberCount > 1) return false;
  return user.groups.some(({ id }) => id === administrators.id);
}
