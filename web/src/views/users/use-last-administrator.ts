import { useEffect, useState } from "preact/hooks";
import { listUsers } from "../../api/users.ts";
import type { Group, User } from "../../api/types.ts";
import { isLastAdministrator } from "./person.ts";

/**
 * Whether nobody would be left to administer without this user. The members of a group are counted whatever their
 * status, so an active one among several is looked up; the server has the last word all the same.
 */
export function useLastAdministrator(user: User | null, groups: readonly Group[] | null): boolean {
  const [alone, setAlone] = useState(false);
  const administrators = groups?.find(({ builtIn }) => builtIn);
  const isOne = user?.status === "active" && user.groups.some(({ id }) => id === administrators?.id);
  const group = isOne ? administrators?.id : undefined;
  useEffect(() => {
    setAlone(false);
    if (!group) return;
    const asked = new AbortController();
    listUsers({ group, status: "active", limit: 2 }, asked.signal).then(
      ({ items, complete }) => setAlone(complete && items.length === 1),
      // Nothing is explained beforehand then; the refusal explains it.
      () => {},
    );
    return () => asked.abort();
  }, [group, user?.version]);
  return user !== null && (alone || isLastAdministrator(user, groups ?? []));
}
