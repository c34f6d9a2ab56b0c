import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { asProblem, isAbort, type Problem } from "../api/problem.ts";
import type { Page } from "../api/types.ts";

interface Options<Item> {
  /** Names the question, its page included: a new key asks anew. */
  key: string;
  /** How many rows fill the page. */
  size: number;
  /** Where in the list the page begins, null for its start. */
  cursor: string | null;
  load(cursor: string | null, limit: number, signal: AbortSignal): Promise<Page<Item>>;
  /** Called when the server does not know the cursor any more: go to the first page. */
  onLostPlace(): void;
}

export interface List<Item> {
  /** What to show: the answer, or the one before while the next is on its way; null before the first. */
  page: Page<Item> | null;
  busy: boolean;
  /** Reading on by itself, because the answer was short of a page. */
  reading: boolean;
  problem: Problem | null;
  /** Asks again. */
  reload(): void;
  /** Stops reading on; what was found stays. */
  stop(): void;
}

/** Answers of this visit, shown at once when somebody comes back to a list, while it is asked again. */
const kept = new Map<string, Page<unknown>>();
const KEPT = 20;

/** Loads one page of a list, and reads on while the server answers short pages. Old rows stay until new ones are there. */
export function useList<Item>({ key, size, cursor, load, onLostPlace }: Options<Item>): List<Item> {
  const [page, setPage] = useState<Page<Item> | null>((kept.get(key) as Page<Item> | undefined) ?? null);
  const [busy, setBusy] = useState(true);
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [turn, setTurn] = useState(0);
  const stopper = useRef<AbortController | null>(null);

  useEffect(() => {
    const asked = new AbortController();
    stopper.current = asked;
    setBusy(true);
    setReading(false);
    setPage((before) => (kept.get(key) as Page<Item> | undefined) ?? before);
    const run = async () => {
      let whole = await load(cursor, size, asked.signal);
      while (!whole.complete && whole.next !== null && whole.items.length < size) {
        setPage(whole);
        setReading(true);
        const more = await load(whole.next, size - whole.items.length, asked.signal);
        whole = { ...more, items: [...whole.items, ...more.items], previous: whole.previous };
      }
      keep(key, whole);
      setPage(whole);
      setProblem(null);
    };
    run()
      .catch((thrown: unknown) => {
        if (isAbort(thrown)) return;
        const failure = asProblem(thrown);
        if (failure.code === "cursor_refused") onLostPlace();
        else setProblem(failure);
      })
      .finally(() => {
        if (stopper.current !== asked) return;
        setBusy(false);
        setReading(false);
      });
    return () => asked.abort();
  }, [key, turn]);

  return {
    page,
    busy,
    reading,
    problem,
    reload: useCallback(() => setTurn((count) => count + 1), []),
    stop: useCallback(() => stopper.current?.abort(), []),
  };
}

function keep(key: string, page: Page<unknown>): void {
  kept.delete(key);
  kept.set(key, page);
  const oldest = kept.keys().next();
  if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
}
