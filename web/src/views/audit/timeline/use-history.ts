import { useEffect, useRef, useState } from "preact/hooks";
import { listAuditEvents } from "../../../api/audit.ts";
import { asProblem, isAbort, type Problem } from "../../../api/problem.ts";
import type { AuditEvent } from "../../../api/types.ts";

/** How many events are shown at first, and how many more each time. */
const STEP = 10;

interface Read {
  events: AuditEvent[];
  next: string | null;
}

/** The newest events of something, and older ones on demand. A new `version` of it reads anew; what was there stays. */
export function useHistory(target: string, version: number) {
  const [read, setRead] = useState<Read | null>(null);
  const [busy, setBusy] = useState(true);
  const [problem, setProblem] = useState<Problem | null>(null);
  const asking = useRef<AbortController | null>(null);

  /** Reads a step from a place on, and answers how many events that brought; null if it did not come to that. */
  const ask = async (before: Read): Promise<number | null> => {
    asking.current?.abort();
    const asked = new AbortController();
    asking.current = asked;
    setBusy(true);
    try {
      const more = await readStep(target, before.next, asked.signal);
      setRead({ events: [...before.events, ...more.events], next: more.next });
      setProblem(null);
      return more.events.length;
    } catch (thrown) {
      if (!isAbort(thrown)) setProblem(asProblem(thrown));
      return null;
    } finally {
      if (asking.current === asked) setBusy(false);
    }
  };
  const begin = () => ask({ events: [], next: null });
  useEffect(() => {
    void begin();
    return () => asking.current?.abort();
  }, [target, version]);
  const older = () => (read?.next && !busy ? ask(read) : Promise.resolve(null));
  return { events: read?.events ?? null, hasOlder: Boolean(read?.next), busy, problem, older, begin };
}

/** An answer may be short of a step although there is more: then it reads on. */
async function readStep(target: string, from: string | null, signal: AbortSignal): Promise<Read> {
  const events: AuditEvent[] = [];
  let next = from;
  do {
    const limit = STEP - events.length;
    const page = await listAuditEvents({ target, limit, ...(next ? { cursor: next } : {}) }, signal);
    events.push(...page.items);
    next = page.next;
  } while (next !== null && events.length < STEP);
  return { events, next };
}
