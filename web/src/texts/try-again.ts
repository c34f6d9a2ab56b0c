import type { Message } from "./text.tsx";

/** When to try again, if the server said so (`Retry-After`, in seconds): from a minute on in minutes, rounded up. */
export function tryAgain(seconds: number | null): Message | null {
  if (seconds === null || seconds <= 0) return null;
  if (seconds < 60) return { id: "problem-retry-after", args: { seconds } };
  return { id: "problem-retry-after-minutes", args: { minutes: Math.ceil(seconds / 60) } };
}
