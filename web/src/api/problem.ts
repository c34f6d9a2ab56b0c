/** One refused field of a request: where it is (a JSON pointer), what is wrong, and the numbers for the sentence. */
export interface FieldProblem {
  pointer: string;
  code: string;
  params: Record<string, unknown>;
}

interface Parts {
  code: string;
  status?: number;
  requestId?: string | null;
  errors?: FieldProblem[];
  details?: Record<string, unknown>;
  retryAfter?: number | null;
}

/**
 * Why a request had no success. `code` is what the page translates (message `problem-<code>`): the API's own code, or
 * one of the page's: `offline`, `timed_out`, `too_many_requests`, `service_unavailable`, `unreadable_answer`.
 */
export class Problem extends Error {
  readonly code: string;
  /** The HTTP status, 0 when there was no answer. */
  readonly status: number;
  readonly requestId: string | null;
  readonly errors: FieldProblem[];
  /** Further members of the problem document, such as `current` or `conflicts`. */
  readonly details: Record<string, unknown>;
  /** Seconds to wait before asking again, when the server said so. */
  readonly retryAfter: number | null;

  constructor(parts: Parts) {
    super(parts.code);
    this.name = "Problem";
    this.code = parts.code;
    this.status = parts.status ?? 0;
    this.requestId = parts.requestId ?? null;
    this.errors = parts.errors ?? [];
    this.details = parts.details ?? {};
    this.retryAfter = parts.retryAfter ?? null;
  }

  /** Whether the server may have carried the request out although no answer says so. */
  get outcomeUnknown(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

/** What API Gateway answers by itself has no code, only a status. */
const GATEWAY_CODES: Record<number, string> = {
  403: "permission_denied",
  404: "not_found",
  413: "payload_too_large",
  429: "too_many_requests",
  500: "internal_error",
  502: "service_unavailable",
  503: "service_unavailable",
  504: "timed_out",
};

/** Reads a refusal: a problem document, API Gateway's `{message}`, or something that is neither. */
export function problemFromAnswer(response: Response, body: unknown): Problem {
  const seconds = Number(response.headers.get("retry-after") ?? NaN);
  const common = {
    status: response.status,
    retryAfter: Number.isFinite(seconds) ? seconds : null,
    requestId: response.headers.get("apigw-requestid") ?? response.headers.get("x-request-id"),
  };
  if (!isRecord(body) || typeof body.code !== "string") {
    return new Problem({ ...common, code: GATEWAY_CODES[response.status] ?? "unreadable_answer" });
  }
  const { code, requestId, errors, type: _type, title: _title, status: _status, ...details } = body;
  return new Problem({
    ...common,
    code,
    requestId: typeof requestId === "string" ? requestId : common.requestId,
    errors: Array.isArray(errors) ? errors.filter(isRecord).map(fieldProblem) : [],
    details,
  });
}

/** Names what `fetch` threw. An abort is not a problem: the caller asked for it, so it passes through. */
export function problemFromFailure(thrown: unknown): unknown {
  if (thrown instanceof Problem) return thrown;
  const name = thrown instanceof Error ? thrown.name : "";
  if (name === "AbortError") return thrown;
  if (name === "TimeoutError") return new Problem({ code: "timed_out" });
  if (thrown instanceof SyntaxError) return new Problem({ code: "unreadable_answer" });
  return new Problem({ code: "offline" });
}

/** Whether a caught value is the caller's own abort, which nobody needs to hear about. */
export function isAbort(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === "AbortError";
}

/** A caught value as a problem; a fault of the page itself reads as `page_failed`. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  console.error(thrown);
  return new Problem({ code: "page_failed" });
}

function fieldProblem(value: Record<string, unknown>): FieldProblem {
  return {
    pointer: String(value.pointer ?? ""),
    code: String(value.code ?? ""),
    params: isRecord(value.params) ? value.params : {},
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
