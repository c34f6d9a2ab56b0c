import { useEffect, useRef } from "preact/hooks";
import { guardLeaving } from "../navigation/location.ts";
import { ask } from "../parts/ask.ts";

/** Asks before leaving what was not saved. The returned function lets go at once, before the next drawing. */
export function useUnsavedGuard(dirty: boolean): () => void {
  const release = useRef(() => {});
  useEffect(() => {
    if (!dirty) return;
    release.current = guardLeaving(askToLeave);
    return release.current;
  }, [dirty]);
  return () => release.current();
}

async function askToLeave(): Promise<boolean> {
  return ask({
    title: { id: "unsaved-title" },
    body: [{ id: "unsaved-body" }],
    confirm: { id: "unsaved-leave" },
    cancel: { id: "unsaved-stay" },
  });
}
