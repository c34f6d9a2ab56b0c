import { Problem } from "./problem.ts";

/**
 * The idempotency key of one action of the person. Sending the same content again after an unknown outcome (no
 * connection, a time-out, 5xx) uses the key again, so that the server applies it once; anything else is a new action.
 */
export class ActionKey {
  #content = "";
  #key = "";
  #open = false;

  /** Runs `send` with the key that belongs to `content`. */
  async run<Answer>(content: unknown, send: (key: string) => Promise<Answer>): Promise<Answer> {
    const text = JSON.stringify(content);
    if (!this.#open || text !== this.#content) this.#key = crypto.randomUUID();
    this.#content = text;
    this.#open = true;
    try {
      const answer = await send(this.#key);
      this.#open = false;
      return answer;
    } catch (thrown) {
      this.#open = thrown instanceof Problem && thrown.outcomeUnknown;
      throw thrown;
    }
  }
}

/** A key for an action that is never sent again with the same content, such as a click in a menu. */
export function newKey(): string {
  return crypto.randomUUID();
}
