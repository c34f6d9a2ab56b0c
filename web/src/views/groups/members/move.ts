import { newKey } from "../../../api/action-key.ts";
import { changeMembers, listMembers } from "../../../api/groups.ts";
import { asProblem, type Problem } from "../../../api/problem.ts";
import type { Member } from "../../../api/types.ts";

/** The most users of one call. */
const AT_ONCE = 25;

export interface Move {
  /** Into this group, if into any. */
  to: string | null;
  /** Out of this group, if out of any. */
  from: string | null;
}

/** One member who stayed where they were, and why. */
export interface Stayed {
  member: Member;
  problem: Problem;
}

/**
 * Moves users between groups, 25 at a time, and says how far it is. Who is to leave joins the other group first, so
 * that nobody is ever without one. A call that is refused is sent again one by one, so that each gets a result.
 */
export async function move(members: readonly Member[], { to, from }: Move, onProgress: (done: number) => void): Promise<Stayed[]> {
  const stayed: Stayed[] = [];
  for (let start = 0; start < members.length; start += AT_ONCE) {
    const some = members.slice(start, start + AT_ONCE);
    try {
      await moveSome(some, to, from);
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (some.length === 1) stayed.push(...some.map((member) => ({ member, problem })));
      else for (const member of some) await moveSome([member], to, from).catch((one: unknown) => stayed.push({ member, problem: asProblem(one) }));
    }
    onProgress(Math.min(start + AT_ONCE, members.length));
  }
  return stayed;
}

async function moveSome(members: readonly Member[], to: string | null, from: string | null): Promise<void> {
  const ids = members.map(({ id }) => id);
  if (to) await changeMembers(to, { add: ids }, newKey());
  if (from) await changeMembers(from, { remove: ids }, newKey());
}

/** All members of a group, page by page. */
export async function everyMember(groupId: string, signal?: AbortSignal): Promise<Member[]> {
  const all: Member[] = [];
  let cursor: string | null = null;
  do {
    const page = await listMembers(groupId, { limit: 100, ...(cursor ? { cursor } : {}) }, signal);
    all.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return all;
}
