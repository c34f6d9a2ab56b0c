import { signal } from "@preact/signals";
import { newKey } from "../../api/action-key.ts";
import { expect, remember } from "../../api/overlay.ts";
import { asProblem } from "../../api/problem.ts";
import type { RestoredUser, User } from "../../api/types.ts";
import { activateUser, deactivateUser, restoreUser } from "../../api/users.ts";
import { dismissNotice, notify, notifyProblem } from "../../notices/notices.ts";
import { ask } from "../../parts/ask.ts";
import { leave } from "../../session/session.ts";
import { fullName, isMe } from "./person.ts";
import { NotRestored } from "./not-restored.tsx";

/** Users with an action on its way: a second click does nothing. */
export const inFlight = signal<ReadonlySet<string>>(new Set());

/** Counts what may have changed a list in a way that only the server knows. */
export const usersChanged = signal(0);

/** One click, with Undo; on oneself a question first, since it signs out. */
export async function deactivate(user: User): Promise<void> {
  if (isMe(user)) return deactivateMyself(user);
  const name = fullName(user);
  await once(user, "deactivated", { id: "deactivate-failed", args: { name } }, async () => {
    const done = await deactivateUser(user, newKey());
    const undo = () => void undoWith(done, "active", "deactivate-undone", activateUser);
    notify({ kind: "success", message: { id: "deactivated", args: { name } }, action: { label: "undo", run: undo } });
  });
}

export async function activate(user: User): Promise<void> {
  const name = fullName(user);
  await once(user, "active", { id: "activate-failed", args: { name } }, async () => {
    const done = await activateUser(user, newKey());
    const undo = () => void undoWith(done, "deactivated", "activate-undone", deactivateUser);
    notify({ kind: "success", message: { id: "activated", args: { name } }, action: { label: "undo", run: undo } });
  });
}

/** A deleted user comes back as deactivated; what could not come back is listed. */
export async function restore(user: User): Promise<RestoredUser | null> {
  const name = fullName(user);
  let done: RestoredUser | null = null;
  await once(user, "deactivated", { id: "restore-failed", args: { name } }, async () => {
    const restored = await restoreUser(user, newKey());
    done = restored;
    notify({
      kind: "success",
      message: { id: "restored", args: { name, customers: restored.restored.customers } },
      details: () => <NotRestored restored={restored.restored} />,
    });
  });
  return done;
}

async function deactivateMyself(user: User): Promise<void> {
  const sure = await ask({
    title: { id: "deactivate-self-title" },
    body: [{ id: "deactivate-self-body" }],
    confirm: { id: "deactivate-self-confirm" },
    cancel: { id: "back" },
    danger: true,
  });
  if (!sure) return;
  await once(user, null, { id: "deactivate-self-failed" }, async () => {
    const done = await deactivateUser(user, newKey());
    if (done.reason) leave(done.reason);
  });
}

/** Really takes an action back on the server; what ended with it stays ended, and the message says so. */
async function undoWith(
  user: User,
  status: User["status"],
  message: string,
  change: (seen: User, key: string) => Promise<User>,
): Promise<void> {
  dismissNotice();
  const name = fullName(user);
  await once(user, status, { id: "undo-failed", args: { name } }, async () => {
    await change(user, newKey());
    notify({ kind: "success", message: { id: message, args: { name } } });
  });
}

/** Shows the expected status at once, and takes it back visibly when the server refuses. */
async function once(
  user: User,
  status: User["status"] | null,
  failed: { id: string; args?: { name: string } },
  run: () => Promise<void>,
): Promise<void> {
  if (inFlight.peek().has(user.id)) return;
  inFlight.value = new Set(inFlight.peek()).add(user.id);
  const takeBack = status ? expect(user, { status }) : () => {};
  try {
    await run();
  } catch (thrown) {
    takeBack();
    const problem = asProblem(thrown);
    const { current } = problem.details;
    if (problem.code === "stale_version" && current) remember(current as User);
    else if (problem.status === 409 || problem.status === 404) usersChanged.value += 1;
    notifyProblem(failed, problem);
  } finally {
    const rest = new Set(inFlight.peek());
    rest.delete(user.id);
    inFlight.value = rest;
  }
}
