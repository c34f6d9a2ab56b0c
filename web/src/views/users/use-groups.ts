import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { listGroups } from "../../api/groups.ts";
import { asProblem, isAbort, type Problem } from "../../api/problem.ts";
import type { Group } from "../../api/types.ts";
import { can } from "../../session/session.ts";

/** The groups as last read, for those who only look something up in them. */
export const knownGroups = signal<readonly Group[] | null>(null);
const problem = signal<Problem | null>(null);

/** What there is to choose from, why it could not be read, and how to read it again. */
export type GroupChoice = ReturnType<typeof useGroups>;

/** The groups to choose from: those of the last visit at once, the current ones a moment later. */
export function useGroups() {
  const load = async (abort?: AbortSignal) => {
    try {
      knownGroups.value = await listGroups(abort);
      problem.value = null;
    } catch (thrown) {
      if (!isAbort(thrown)) problem.value = asProblem(thrown);
    }
  };
  const allowed = can("groups.read");
  useEffect(() => {
    if (!allowed) return;
    const asked = new AbortController();
    void load(asked.signal);
    return () => asked.abort();
  }, [allowed]);
  return { groups: knownGroups.value, problem: problem.value, reload: () => void load() };
}
