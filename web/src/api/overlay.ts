import { signal } from "@preact/signals";
import type { ChangedUser, User } from "./types.ts";

/**
 * What the server said about users this tab has just written. A list reads indexes that lag a moment behind the
 * writes; laying these representations over its answer, nobody misses what they did a second ago.
 */
interface Written {
  user: User;
  at: number;
}

/** Long enough for any index to catch up, short enough not to outlive a change made elsewhere. */
const KEPT = 30_000;

const written = signal<ReadonlyMap<string, Written>>(new Map());
const listeners = new Set<(user: ChangedUser) => void>();

/** Keeps a representation that a write answered, and hands it on. */
export function remember<Answer extends User>(user: Answer): Answer {
  put(user);
  listeners.forEach((listen) => listen(user));
  return user;
}

/** Keeps what a write changed of a user without moving the version. */
export function amend(user: User, change: Partial<User>): void {
  put({ ...newest(user), ...change });
}

/** Shows a change before the server has answered. The returned function takes it back. */
export function expect(user: User, change: Partial<User>): () => void {
  const before = written.peek().get(user.id);
  const expected = put({ ...user, ...change });
  return () => {
    if (written.peek().get(user.id) !== expected) return;
    const next = new Map(written.peek());
    if (before) next.set(user.id, before);
    else next.delete(user.id);
    written.value = next;
  };
}

/** Calls `listen` with every representation a write answers. */
export function onRemembered(listen: (user: ChangedUser) => void): void {
  listeners.add(listen);
}

/** The newer of what a list answered and what this tab wrote. */
export function newest(user: User): User {
  const own = written.value.get(user.id);
  return own && own.at > Date.now() - KEPT && own.user.version >= user.version ? own.user : user;
}

/** Users written a moment ago that a list answered without. */
export function missing(answered: readonly User[]): User[] {
  const ids = new Set(answered.map((user) => user.id));
  const since = Date.now() - KEPT;
  return [...written.value.values()].filter(({ user, at }) => at > since && !ids.has(user.id)).map(({ user }) => user);
}

export function forgetWritten(): void {
  written.value = new Map();
}

function put(user: User): Written {
  const entry = { user, at: Date.now() };
  written.value = new Map(written.peek()).set(user.id, entry);
  return entry;
}
