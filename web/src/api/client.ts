import createClient from "openapi-fetch";
import { problemFromAnswer, problemFromFailure } from "./problem.ts";
import type { paths } from "./schema.ts";

const TIME_OUT = 30_000;

/** What the session has to know about the requests; it registers itself, so that this module needs no session. */
export interface SessionWatch {
  /** The session now ends in so many milliseconds, unless something more is asked. */
  extended(remaining: number): void;
  /** The session has ended in the middle of a request. True: the same person is back, ask again. */
  ended(): Promise<boolean>;
}

let watch: SessionWatch | null = null;

export function watchSession(watcher: SessionWatch): void {
  watch = watcher;
}

/** The typed client. Use it through the functions beside this file (`users.ts`, `customers.ts`, …). */
export const client = createClient<paths>({ fetch: send });

/** Awaits a call of the client: its body, or a thrown `Problem`. */
export async function answer<Body>(
  call: Promise<{ data?: Body; error?: unknown; response: Response }>,
): Promise<Body> {
  let result;
  try {
    result = await call;
  } catch (thrown) {
    throw problemFromFailure(thrown);
  }
  if (!result.response.ok) throw problemFromAnswer(result.response, result.error);
  return result.data as Body;
}

/** Requests about the session itself are answered where they are asked: a 401 there interrupts nothing. */
const OWN_BUSINESS = "/api/v1/session";

async function send(request: Request): Promise<Response> {
  if (request.method !== "GET") request.headers.set("X-Requested-With", "backoffice");
  // A body can be sent only once; the copy is for the second time, after signing in again.
  const again = request.clone();
  const response = await fetch(request, { signal: timeLimit(request) });
  noteExpiry(response);
  if (response.status !== 401 || new URL(request.url).pathname === OWN_BUSINESS) return response;
  if (!(await watch?.ended())) return response;
  const second = await fetch(again, { signal: timeLimit(again) });
  noteExpiry(second);
  return second;
}

function timeLimit(request: Request): AbortSignal {
  return AbortSignal.any([request.signal, AbortSignal.timeout(TIME_OUT)]);
}

/** Counts from the server's own clock: the one of this machine may be wrong. */
function noteExpiry(response: Response): void {
  const expires = Date.parse(response.headers.get("x-session-expires") ?? "");
  if (Number.isNaN(expires)) return;
  const served = Date.parse(response.headers.get("date") ?? "");
  watch?.extended(expires - (Number.isNaN(served) ? Date.now() : served));
}
