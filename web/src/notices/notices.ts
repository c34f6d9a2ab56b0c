import { effect, signal } from "@preact/signals";
import type { VNode } from "preact";
import { asProblem, type Problem } from "../api/problem.ts";
import { address } from "../navigation/location.ts";
import type { Message } from "../texts/text.tsx";

export interface Notice {
  kind: "success" | "info" | "error";
  message: Message;
  /** Arguments of the message that are elements, such as a link around a name. */
  slots?: () => Record<string, VNode>;
  /** One thing to do about it, such as Undo. */
  action?: { label: string; run(): void };
  /** More than a sentence, drawn below it; a function, so that it changes language too. */
  details?: () => VNode;
  /** Why it failed. */
  problem?: Problem;
}

/** The one message of the page. It stays until the person closes it, goes to another view, or a newer one comes. */
export const notice = signal<Notice | null>(null);

let shownAt = "";

/** Says something. After going to another view, say it once there: `await go(…); notify(…)`. */
export function notify(next: Notice): void {
  shownAt = address.peek().path;
  notice.value = next;
}

/** Says what went wrong: the sentence for what was tried, and below it the reason. */
export function notifyProblem(message: Message, thrown: unknown): void {
  notify({ kind: "error", message, problem: asProblem(thrown) });
}

export function dismissNotice(): void {
  notice.value = null;
}

effect(() => {
  if (address.value.path !== shownAt) notice.value = null;
});
