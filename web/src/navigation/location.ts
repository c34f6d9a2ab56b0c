import { signal } from "@preact/signals";
import type { BaseLocationHook } from "wouter-preact";

/** Where the page is. `search` keeps its question mark. */
export interface Address {
  path: string;
  search: string;
}

export interface GoOptions {
  /** Put the address in the place of the current one instead of adding an entry to the history. */
  replace?: boolean;
}

/** May the person leave? Asked only when the path changes. */
export type Guard = () => boolean | Promise<boolean>;

export const address = signal<Address>(read());

/** How often the path has changed since the page was loaded, whether Back or Forward did it last, and from where. */
export const travelled = { times: 0, byHistory: false, from: "" };

let guard: Guard | null = null;
/** The place of the current entry in the history, kept in its state: tells Back from Forward. */
let index = historyIndex() ?? 0;
let passing = false;

/** Goes to an address of the page. Answers whether it did: a guard may have kept the person. */
export async function go(to: string, { replace = false }: GoOptions = {}): Promise<boolean> {
  const target = new URL(to, location.href);
  if (target.pathname !== address.peek().path && !(await mayLeave())) return false;
  if (!replace) index += 1;
  history[replace ? "replaceState" : "pushState"]({ index }, "", target.pathname + target.search);
  arrive(false);
  return true;
}

/** Leaves the page's memory behind altogether: a new document, without a question. */
export function leaveDocument(to: string): void {
  guard = null;
  location.replace(to);
}

/** Lets `ask` decide about leaving, until the returned function is called. */
export function guardLeaving(ask: Guard): () => void {
  guard = ask;
  const warn = (event: BeforeUnloadEvent) => guard === ask && event.preventDefault();
  addEventListener("beforeunload", warn);
  return () => {
    if (guard === ask) guard = null;
    removeEventListener("beforeunload", warn);
  };
}

/** Whether something typed would be lost by leaving now. */
export function isGuarded(): boolean {
  return guard !== null;
}

/** Starts to follow Back and Forward. */
export function followHistory(): void {
  // Lists take up their own place once their rows are there; the browser would scroll too early.
  history.scrollRestoration = "manual";
  history.replaceState({ index }, "");
  addEventListener("popstate", () => void onPopState());
}

/** The router's view of this module. */
export const useGuardedLocation: BaseLocationHook = () => [address.value.path, go];

async function onPopState(): Promise<void> {
  const from = index;
  const to = historyIndex() ?? 0;
  index = to;
  if (passing || guard === null || location.pathname === address.peek().path) {
    passing = false;
    arrive(true);
    return;
  }
  // The browser has already moved: go back to where the person was while they are asked.
  passing = true;
  history.go(from - to);
  await new Promise((done) => addEventListener("popstate", done, { once: true }));
  if (!(await mayLeave())) return;
  passing = true;
  history.go(to - from);
}

async function mayLeave(): Promise<boolean> {
  if (guard !== null && !(await guard())) return false;
  guard = null;
  return true;
}

function arrive(byHistory: boolean): void {
  const next = read();
  if (next.path !== address.peek().path) {
    travelled.times += 1;
    travelled.byHistory = byHistory;
    travelled.from = address.peek().path;
  }
  address.value = next;
}

function read(): Address {
  return { path: location.pathname, search: location.search };
}

function historyIndex(): number | null {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && "index" in state ? Number(state.index) : null;
}
