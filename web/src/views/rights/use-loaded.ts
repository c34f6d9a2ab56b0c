import { useEffect, useState } from "preact/hooks";
import { asProblem, isAbort, type Problem } from "../../api/problem.ts";

export interface Loaded<Thing> {
  /** What was answered last; null before the first answer. */
  thing: Thing | null;
  problem: Problem | null;
  reload(): void;
  /** Shows what a write has answered. */
  set(thing: Thing): void;
}

/** Loads something small as a whole, and keeps what was there while it is asked again. `key` names what is asked. */
export function useLoaded<Thing>(key: string, load: ((signal: AbortSignal) => Promise<Thing>) | null): Loaded<Thing> {
  const [thing, set] = useState<Thing | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [turn, setTurn] = useState(0);
  const asks = load !== null;
  useEffect(() => {
    if (!load) return;
    const asked = new AbortController();
    load(asked.signal).then(
      (answered) => {
        set(() => answered);
        setProblem(null);
      },
      (thrown: unknown) => {
        if (!isAbort(thrown)) setProblem(asProblem(thrown));
      },
    );
    return () => asked.abort();
  }, [key, turn, asks]);
  return { thing, problem, reload: () => setTurn((count) => count + 1), set: (next) => set(() => next) };
}
