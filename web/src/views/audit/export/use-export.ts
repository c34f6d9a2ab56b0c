import { useEffect, useRef, useState } from "preact/hooks";
import type { AuditEventQuery } from "../../../api/audit.ts";
import { asProblem, isAbort, type Problem } from "../../../api/problem.ts";
import { notify } from "../../../notices/notices.ts";
import { announce } from "../../../parts/announcer.tsx";
import { dayText } from "../list/period.ts";
import { csvOf } from "./csv.ts";
import { newWalk, walkOn } from "./walk.ts";

export interface Exporting {
  /** How many events were read so far; null while nothing is exported. */
  count: number | null;
  /** Why it stopped. */
  problem: Problem | null;
  /** Begins, or goes on where it stopped. */
  run(): void;
  cancel(): void;
}

/** Exports what the filters show. Leaving the view or changing a filter stops it; nobody needs to hear of that. */
export function useExport(asked: AuditEventQuery, filters: string): Exporting {
  const [count, setCount] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const walk = useRef(newWalk());
  const running = useRef<AbortController | null>(null);

  const reset = () => {
    running.current?.abort();
    running.current = null;
    walk.current = newWalk();
    setCount(null);
    setProblem(null);
  };
  useEffect(() => reset, [filters]);

  const run = async () => {
    if (running.current) return;
    const stopper = new AbortController();
    running.current = stopper;
    setProblem(null);
    setCount(walk.current.events.length);
    try {
      await walkOn(walk.current, asked, stopper.signal, setCount);
      const { events } = walk.current;
      const file = `audit-${dayText(new Date())}.csv`;
      download(file, csvOf(events));
      notify({ kind: "success", message: { id: "export-done", args: { count: events.length, file } } });
      reset();
    } catch (thrown) {
      if (isAbort(thrown)) return;
      running.current = null;
      setProblem(asProblem(thrown));
    }
  };
  const cancel = () => {
    reset();
    announce({ id: "export-cancelled" });
  };
  return { count, problem, run: () => void run(), cancel };
}

/** Hands a text to the browser as a file. */
function download(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // By then the browser has taken the file over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
