import type { Problem } from "../api/problem.ts";
import { hasText, Text } from "./text.tsx";

/** Why something failed, in words. A code the catalogues do not know is still named, so that it can be looked up. */
export function ProblemText({ problem }: { problem: Problem }) {
  const id = `problem-${problem.code.replaceAll("_", "-")}`;
  if (!hasText(id)) return <Text id="problem-unknown" code={problem.code} status={problem.status} />;
  const seconds = problem.retryAfter ?? 0;
  return (
    <>
      <Text id={id} />
      {seconds > 0 && (
        <>
          {" "}
          {seconds < 60 ? (
            <Text id="problem-retry-after" seconds={seconds} />
          ) : (
            <Text id="problem-retry-after-minutes" minutes={Math.ceil(seconds / 60)} />
          )}
        </>
      )}
    </>
  );
}
