import type { Page } from "@playwright/test";

/** The browser's own line about a refused request; a test that provokes one says so with its status. */
const REFUSED = /^Failed to load resource: the server responded with a status of (\d+)/;

/** Notes everything that must not happen on any view: errors in the console, foreign requests, breaches of the policy. */
export class Watch {
  readonly #seen: string[] = [];
  /** Being signed out is no fault: the page asks who is there before anybody is. */
  readonly #statuses = new Set(["401"]);
  #offline = false;

  constructor(page: Page, origin: string) {
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.#seen.push(message.text());
    });
    page.on("pageerror", (error) => this.#seen.push(`thrown: ${error.message}`));
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.origin !== origin && url.protocol !== "about:") this.#seen.push(`foreign request: ${request.url()}`);
    });
  }

  /** The test provokes refusals with these statuses. */
  allowStatus(...statuses: number[]): void {
    for (const status of statuses) this.#statuses.add(String(status));
  }

  /** The test cuts the connection. */
  allowLostConnection(): void {
    this.#offline = true;
  }

  /** What should not have happened. */
  get faults(): string[] {
    return this.#seen.filter((text) => {
      const refused = REFUSED.exec(text);
      if (refused) return !this.#statuses.has(refused[1] ?? "");
      return !(this.#offline && /net::ERR_(INTERNET_DISCONNECTED|FAILED|ABORTED)/.test(text));
    });
  }
}
