import { notify } from "../../../notices/notices.ts";
import { ProblemText } from "../../../texts/problem-text.tsx";
import type { Stayed } from "./move.ts";

/** The messages after it: if all went, and if some stayed. */
export interface Messages {
  done: string;
  stayed: string;
}

export const ADDED: Messages = { done: "members-added", stayed: "members-not-added" };
export const MOVED: Messages = { done: "members-moved", stayed: "members-stayed" };
export const REMOVED: Messages = { done: "members-removed", stayed: "members-stayed" };

/** What became of everybody: how many went, and who stayed, with the reason. */
export function report(done: number, stayed: readonly Stayed[], messages: Messages): void {
  const [first] = stayed;
  if (!first) return notify({ kind: "success", message: { id: messages.done, args: { count: done } } });
  const isOneReason = stayed.every(({ problem }) => problem.code === first.problem.code);
  notify({
    kind: "error",
    message: { id: messages.stayed, args: { count: stayed.length, done } },
    details: () => (
      <ul>
        {stayed.map(({ member, problem }) => (
          <li key={member.id}>
            <bdi>{member.name}</bdi>
            {!isOneReason && (
              <>
                {": "}
                <ProblemText problem={problem} />
              </>
            )}
          </li>
        ))}
      </ul>
    ),
    ...(isOneReason ? { problem: first.problem } : {}),
  });
}
