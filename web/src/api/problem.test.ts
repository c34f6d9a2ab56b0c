import { describe, expect, test } from "vitest";
import { Problem, problemFromAnswer, problemFromFailure } from "./problem.ts";

const answer = (status: number, headers: Record<string, string> = {}) => new Response(null, { status, headers });

describe("a refusal of the API", () => {
  test("keeps code, request id, fields and what belongs to the code", () => {
    const problem = problemFromAnswer(answer(412), {
      type: "urn:backoffice:problem:stale_version",
      title: "Stale version",
      status: 412,
      code: "stale_version",
      requestId: "r-1",
      errors: [{ pointer: "/email", code: "malformed" }],
      changedBy: { id: "1", name: "Ada" },
    });
    expect(problem).toMatchObject({
      code: "stale_version",
      status: 412,
      requestId: "r-1",
      errors: [{ pointer: "/email", code: "malformed", params: {} }],
      details: { changedBy: { id: "1", name: "Ada" } },
    });
    expect(problem.outcomeUnknown).toBe(false);
  });

  test("by API Gateway itself is named by its status", () => {
    const problem = problemFromAnswer(answer(429, { "retry-after": "7", "apigw-requestid": "g-1" }), {
      message: "Too Many Requests",
    });
    expect(problem).toMatchObject({ code: "too_many_requests", retryAfter: 7, requestId: "g-1" });
    expect(problemFromAnswer(answer(413), { message: "Request Too Long" }).code).toBe("payload_too_large");
    expect(problemFromAnswer(answer(503), { message: "Service Unavailable" }).outcomeUnknown).toBe(true);
  });

  test("that is no document at all is said to be unreadable", () => {
    expect(problemFromAnswer(answer(418), "<html>").code).toBe("unreadable_answer");
  });
});

describe("no answer", () => {
  test.each([
    [new TypeError("Failed to fetch"), "offline"],
    [new DOMException("", "TimeoutError"), "timed_out"],
    [new SyntaxError("Unexpected token"), "unreadable_answer"],
  ])("%s", (thrown, code) => {
    expect(problemFromFailure(thrown)).toMatchObject({ code, status: 0, outcomeUnknown: true });
  });

  test("because the page itself gave up passes through", () => {
    const abort = new DOMException("", "AbortError");
    expect(problemFromFailure(abort)).toBe(abort);
  });

  test("keeps a problem that is one already", () => {
    const problem = new Problem({ code: "x" });
    expect(problemFromFailure(problem)).toBe(problem);
  });
});
