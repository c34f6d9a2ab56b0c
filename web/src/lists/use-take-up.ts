import { useEffect, useState } from "preact/hooks";
import { takeReturnPoint } from "../navigation/return-point.ts";

/**
 * Takes a list up where it was left, as soon as its rows are drawn: scroll, and focus on the row one went into.
 * Answers whether there is such a point, so that the heading leaves the focus alone.
 */
export function useTakeUp(drawn: boolean): boolean {
  const [point] = useState(takeReturnPoint);
  useEffect(() => {
    if (!drawn || !point) return;
    scrollTo(0, point.scroll);
    const row = point.row === null ? null : document.querySelector(`[data-row="${CSS.escape(point.row)}"]`);
    const target = row?.querySelector<HTMLElement>("a, button") ?? document.querySelector<HTMLElement>("h1");
    target?.focus({ preventScroll: row === null });
  }, [drawn]);
  return point !== null;
}
