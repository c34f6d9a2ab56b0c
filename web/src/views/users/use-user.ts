import { useEffect, useState } from "preact/hooks";
import { newest } from "../../api/overlay.ts";
import { asProblem, isAbort, type Problem } from "../../api/problem.ts";
import type { User } from "../../api/types.ts";
import { getUser } from "../../api/users.ts";

/** One user by id, as this tab knows them best: the server's answer under what was written here a moment ago. */
export function useUser(userId: string) {
  const [user, setUser] = useState<User | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const asked = new AbortController();
    getUser(userId, asked.signal).then(
      (answered) => {
        setUser(answered);
        setProblem(null);
      },
      (thrown: unknown) => {
        if (!isAbort(thrown)) setProblem(asProblem(thrown));
      },
    );
    return () => asked.abort();
  }, [userId, turn]);
  const known = user && newest(user);
  // What was written here is remembered for a moment only; the view stays.
  useEffect(() => {
    if (known && user && known.version > user.version) setUser(known);
  }, [known]);
  return { user: known, problem, reload: () => setTurn((count) => count + 1) };
}
