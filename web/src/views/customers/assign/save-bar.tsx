import type { User } from "../../../api/types.ts";
import { ProblemText } from "../../../texts/problem-text.tsx";
import { Text, t } from "../../../texts/text.tsx";
import { inFlight } from "../../users/status-actions.tsx";
import type { Assignment, Progress } from "./assignment.ts";

/** What will be saved, the one button for it, and how far it is. */
export function SaveBar({ user, assignment }: { user: User | null; assignment: Assignment }) {
  const progress = assignment.progress.value;
  const [assign, unassign] = [assignment.assign.value.size, assignment.unassign.value.size];
  // A user who is just being restored is shown as restored before the server has done it.
  const isKnown = user !== null && !inFlight.value.has(user.id);
  const isReady = isKnown && progress === null && assignment.count.value > 0;
  return (
    <div class="save-bar" role="region" aria-label={t("save")}>
      <div class="save-state">
        <p id="save-state" role="status">
          {progress ? (
            <Text id={progress.waiting ? "saving-waits" : "saving"} settled={progress.settled} total={progress.total} />
          ) : (
            <Text id={assign + unassign > 0 ? "to-save" : "to-save-nothing"} assign={assign} unassign={unassign} />
          )}
        </p>
        {progress && <Saving progress={progress} />}
      </div>
      {progress?.waiting && (
        <>
          <button type="button" class="button" onClick={() => assignment.answer(true)}>
            {t("retry")}
          </button>
          <button type="button" class="button" onClick={() => assignment.answer(false)}>
            {t("saving-stop")}
          </button>
        </>
      )}
      <button
        type="button"
        class="button primary"
        aria-disabled={!isReady || undefined}
        aria-busy={progress !== null}
        aria-describedby="save-state"
        onClick={() => isReady && void assignment.save(user)}
      >
        {t("save")}
      </button>
    </div>
  );
}

function Saving({ progress }: { progress: Progress }) {
  const { settled, total, waiting } = progress;
  return (
    <>
      <progress value={settled} max={total} aria-label={t("saving-progress")} />
      {waiting && (
        <p role="alert">
          <ProblemText problem={waiting} />
        </p>
      )}
    </>
  );
}
