import type { Group, User } from "../../../api/types.ts";

/** What a group gives and takes. */
export type Given = Pick<Group, "id" | "builtIn" | "permissions" | "denied">;

/** What members of all these groups may do: what any allows and none denies. Nothing is denied to administrators. */
export function permissionsOf(groups: readonly Given[]): string[] {
  const administrators = groups.find(({ builtIn }) => builtIn);
  if (administrators) return administrators.permissions;
  const denied = groups.flatMap((group) => group.denied);
  return [...new Set(groups.flatMap(({ permissions }) => permissions))].filter((word) => !denied.includes(word));
}

/** Whether a user may do what whoever asks may not, as far as the groups are known: then they change nothing of them. */
export function holdsMore({ groups: own }: Pick<User, "groups">, groups: readonly Given[], held: (word: string) => boolean): boolean {
  return !permissionsOf(groups.filter(({ id }) => own.some((group) => group.id === id))).every(held);
}
