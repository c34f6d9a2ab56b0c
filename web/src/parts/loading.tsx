import { useEffect, useState } from "preact/hooks";
import { t } from "../texts/text.tsx";

const SLOW = 10_000;

/** True after ten seconds of `busy`: time to say that it takes longer than it should. */
export function useSlow(busy: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!busy) return;
    const timer = setTimeout(() => setSlow(true), SLOW);
    return () => clearTimeout(timer);
  }, [busy]);
  return busy && slow;
}

/** Where something is on its way and there is nothing to keep in its place. */
export function Loading() {
  const slow = useSlow(true);
  return (
    <p class="loading" role="status">
      {t(slow ? "loading-slow" : "loading")}
    </p>
  );
}
