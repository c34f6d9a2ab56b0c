import type { Problem } from "../../../api/problem.ts";

/** How long to wait by itself before each further try, unless the server said how long. */
const PAUSES = [1_000, 2_000, 4_000];
const LONGEST = 30_000;

/**
 * What to do after a failure that may pass: try again by itself a few times, then when the person says so or the
 * connection is back.
 */
export class Patience {
  readonly #tell: (waiting: Problem | null) => void;
  #reply: ((goOn: boolean) => void) | null = null;

  /** `tell` hears for what problem the person is waited for, and null when it goes on. */
  constructor(tell: (waiting: Problem | null) => void) {
    this.#tell = tell;
  }

  /** Answers whether to try again. */
  async wait(problem: Problem, attempt: number): Promise<boolean> {
    const pause = PAUSES[attempt - 1];
    if (pause !== undefined && problem.code !== "offline") {
      const wanted = Math.min((problem.retryAfter ?? 0) * 1000, LONGEST);
      await new Promise((done) => setTimeout(done, Math.max(pause, wanted)));
      return true;
    }
    return this.#waitForPerson(problem);
  }

  answer(goOn: boolean): void {
    this.#reply?.(goOn);
  }

  async #waitForPerson(problem: Problem): Promise<boolean> {
    const connected = () => this.answer(true);
    addEventListener("online", connected, { once: true });
    this.#tell(problem);
    const goOn = await new Promise<boolean>((resolve) => {
      this.#reply = resolve;
    });
    this.#reply = null;
    removeEventListener("online", connected);
    this.#tell(null);
    return goOn;
  }
}
