import type { Problem } from "../api/problem.ts";
import { hasText, MessageText, Text } from "./text.tsx";
import { tryAgain } from "./try-again.ts";

/** Why something failed, in words. A code the catalogues do not know is still named, so that it can be looked up. */
export function ProblemText({ problem }: { problem: Problem }) {
  const id = `problem-${problem.code.replaceAll("_", "-")}`;
  if (!hasText(id)) return <Text id="problem-unknown" code={problem.code} status={problem.status} />;
  const again = tryAgain(problem.retryAfter);
  return (
    <>
      <Text id={id} />
      {again && (
        <>
          {" "}
          <MessageText message={again} />
        </>
      )}
    </>
  );
}
