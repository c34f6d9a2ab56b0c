import { address, go, travelled } from "./location.ts";

interface ReturnPoint {
  search: string;
  scroll: number;
  row: string | null;
}

const points = new Map<string, ReturnPoint>();

/** Notes where the person leaves a list: its query, how far it was scrolled, and for which row. */
export function leaveFrom(row: string | null): void {
  const { path, search } = address.peek();
  points.set(path, { search, scroll: scrollY, row });
}

/** Goes back to a list as the person left it: same search, filters and page. */
export function returnTo(path: string): Promise<boolean> {
  expectReturn(path);
  return go(path + (points.get(path)?.search ?? ""));
}

/** Says that the next way into a list is a way back, for a link that leads there. */
export function expectReturn(path: string): void {
  expected = path;
}

let expected: string | null = null;

/**
 * The point to take up again when a list is drawn, once: after Back or `returnTo`, if the list asks the same question
 * as when it was left. Any other way into the list begins at its top.
 */
export function takeReturnPoint(): ReturnPoint | null {
  const { path, search } = address.peek();
  const point = points.get(path);
  const meant = expected === path || travelled.byHistory;
  expected = null;
  if (!point || !meant || point.search !== search) return null;
  points.delete(path);
  return point;
}

/** The address of a list as it was last left, for links that lead back to it. */
export function lastAddress(path: string): string {
  return path + (points.get(path)?.search ?? "");
}

export function forgetReturnPoints(): void {
  points.clear();
}
