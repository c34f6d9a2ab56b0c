import { useEffect, useRef } from "preact/hooks";
import type { Form } from "../../forms/use-form.ts";

/** What was typed, on what somebody else has saved: fields that were left alone are theirs, the others stay. */
export function rebased<Values extends object>(base: Values, typed: Values, theirs: Values): Values {
  const names = Object.keys(typed) as (keyof Values)[];
  const isTyped = (name: keyof Values) => JSON.stringify(typed[name]) !== JSON.stringify(base[name]);
  return Object.fromEntries(names.map((name) => [name, isTyped(name) ? typed[name] : theirs[name]])) as Values;
}

/** Puts a form on another version as soon as the one it was filled in for has turned out to be an old one. */
export function useRebase<Values extends object>(form: Form<Values>, initial: Values, theirs: Values | null, version: number): void {
  const base = useRef(initial);
  useEffect(() => {
    if (!theirs) return;
    form.reset(theirs, rebased(base.current, form.values, theirs));
    base.current = theirs;
  }, [version]);
}
