import { computed, signal } from "@preact/signals";
import * as api from "../api/session.ts";
import { watchSession } from "../api/client.ts";
import { onRemembered } from "../api/overlay.ts";
import { asProblem, Problem } from "../api/problem.ts";
import type { ChangedUser, SessionAnswer, User } from "../api/types.ts";
import { addresses, signInAddress, type Reason } from "../navigation/addresses.ts";
import { address, isGuarded, leaveDocument } from "../navigation/location.ts";
import { read, write } from "../parts/browser-store.ts";
import { browserLanguage, speak } from "../texts/language.ts";
import { listenToTabs, tellTabs } from "./tabs.ts";

export type SessionState =
  | { is: "starting" }
  | { is: "signed-out" }
  | { is: "failed"; problem: Problem }
  | { is: "signed-in"; user: User; permissions: ReadonlySet<string> };

export const session = signal<SessionState>({ is: "starting" });

/** When the session ends by the clock of this machine, if nothing more is asked. */
export const deadline = signal(Infinity);

/** Set while the person is asked to sign in again over what they were doing. */
export const interrupted = signal<{ resume(back: boolean): void } | null>(null);

/** The signed-in user; views are drawn only while there is one. */
export const me = computed<User>(() => {
  const state = session.value;
  if (state.is !== "signed-in") throw new Error("Nobody is signed in");
  return state.user;
});

/** Whether the signed-in user has a permission. What they may never do is not shown. */
export function can(permission: string): boolean {
  const state = session.value;
  return state.is === "signed-in" && state.permissions.has(permission);
}

/** What this browser remembers of having signed in. */
const MARK = "signed-in";

/**
 * Whether somebody may be signed in. On the first address and the sign-in page a browser in which nobody signed in
 * since somebody signed out need not ask: the refusal would tell nothing, and cost a request.
 */
function mayBeSignedIn(): boolean {
  const { path } = address.peek();
  return read(MARK, "no") === "yes" || (path !== "/" && path !== addresses.signIn);
}

/** Asks who is there. */
export async function startSession(): Promise<void> {
  if (!mayBeSignedIn()) {
    await speak(browserLanguage());
    session.value = { is: "signed-out" };
    return;
  }
  try {
    await enter(await api.getSession());
  } catch (thrown) {
    const problem = asProblem(thrown);
    await speak(browserLanguage());
    session.value = problem.status === 401 ? { is: "signed-out" } : { is: "failed", problem };
  }
}

/** Signs in, and says whether the browser kept the session: some drop its cookie on an address without TLS. */
export async function signIn(email: string, password: string): Promise<"kept" | "cookie_refused"> {
  const answer = await api.signIn(email, password);
  if (location.protocol === "http:" && (await isRefused())) return "cookie_refused";
  await enter(answer);
  tellTabs({ what: "signed-in", userId: answer.user.id });
  return "kept";
}

/** Asks the server for nothing but more time. */
export async function staySignedIn(): Promise<void> {
  try {
    await enter(await api.getSession());
  } catch (thrown) {
    const problem = asProblem(thrown);
    if (problem.status !== 401) throw problem;
    timeOut();
  }
}

/** Ends the session on the server, then everywhere in this browser. */
export async function signOut(): Promise<void> {
  try {
    await api.signOut();
  } catch (thrown) {
    const problem = asProblem(thrown);
    if (problem.status !== 401) throw problem;
  }
  leave("signed_out");
}

/** Forgets everything and shows the sign-in page, here and in the other tabs. The server has ended the session. */
export function leave(reason: Reason): void {
  tellTabs({ what: "signed-out", reason });
  forget(reason, null);
}

/** The time is over: in place if something typed would be lost, else on the sign-in page. */
export function timeOut(): void {
  if (interrupted.peek()) return;
  if (isGuarded()) void askToSignInAgain();
  else forget("timed_out", address.peek().path + address.peek().search);
}

/** Follows requests, the other tabs, and the browser's own memory of pages. */
export function followSession(): void {
  watchSession({
    extended(remaining) {
      deadline.value = Date.now() + remaining;
      tellTabs({ what: "extended", deadline: deadline.value });
    },
    ended: askToSignInAgain,
  });
  listenToTabs((news) => {
    const state = session.peek();
    if (news.what === "extended") deadline.value = Math.max(news.deadline, finite(deadline.peek()));
    else if (news.what === "signed-out" && state.is === "signed-in") forget(news.reason, null);
    else if (news.what === "signed-in" && state.is === "signed-in") meet(news.userId, state.user.id);
    else if (news.what === "signed-in") location.reload();
  });
  onRemembered((user) => {
    const state = session.peek();
    if (state.is === "signed-in" && state.user.id === user.id) void update(user);
  });
  // A page that the browser kept in memory shows what was there: ask again who is there.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}

async function enter({ user, permissions, expiresAt }: SessionAnswer): Promise<void> {
  await speak(user.language);
  const known = deadline.peek();
  if (known === Infinity || known < Date.now()) deadline.value = Date.parse(expiresAt);
  session.value = { is: "signed-in", user, permissions: new Set(permissions) };
  write(MARK, "yes");
}

/** One's own account was written: its language holds at once, and other groups may mean other permissions. */
async function update(user: ChangedUser): Promise<void> {
  const state = session.peek();
  if (state.is !== "signed-in" || user.status !== "active" || user.session === "ended") return;
  if (user.language !== state.user.language) await speak(user.language);
  session.value = { ...state, user };
  if (String(user.groups.map(({ id }) => id)) !== String(state.user.groups.map(({ id }) => id))) await staySignedIn();
}

async function isRefused(): Promise<boolean> {
  try {
    await api.getSession();
    return false;
  } catch (thrown) {
    return asProblem(thrown).status === 401;
  }
}

let asking: Promise<boolean> | null = null;

/** One dialog, however many requests were refused. Answers whether the same person is back. */
function askToSignInAgain(): Promise<boolean> {
  if (session.peek().is !== "signed-in") return Promise.resolve(false);
  asking ??= new Promise<boolean>((resume) => {
    interrupted.value = { resume };
  }).finally(() => {
    interrupted.value = null;
    asking = null;
  });
  return asking;
}

/** Another tab signed in: as the same person this one goes on, as somebody else it starts empty. */
function meet(arrived: string, here: string): void {
  if (arrived !== here) {
    session.value = { is: "signed-out" };
    leaveDocument("/");
  } else {
    interrupted.peek()?.resume(true);
  }
}

function forget(reason: Reason, next: string | null): void {
  session.value = { is: "signed-out" };
  write(MARK, "no");
  leaveDocument(signInAddress(reason, next));
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
