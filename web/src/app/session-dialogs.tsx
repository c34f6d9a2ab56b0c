import { useEffect, useState } from "preact/hooks";
import { asProblem } from "../api/problem.ts";
import { notifyProblem } from "../notices/notices.ts";
import { Dialog } from "../parts/dialog.tsx";
import { deadline, interrupted, signOut, staySignedIn, timeOut } from "../session/session.ts";
import { formatClock } from "../texts/formats.ts";
import { Text, t } from "../texts/text.tsx";
import { lazyView } from "./lazy-view.tsx";

const SignInAgain = lazyView(() => import("./sign-in-again.tsx"));

const WARNING = 120_000;
const TICK = 1_000;

/** The dialogs about the session: its end is near, or it has ended over something that should not be lost. */
export function SessionDialogs() {
  const left = useTimeLeft();
  const over = left <= 0;
  useEffect(() => {
    if (over) timeOut();
  }, [over]);
  if (interrupted.value) return <SignInAgain resume={interrupted.value.resume} />;
  if (left > 0 && left <= WARNING) return <EndsSoon left={left} />;
  return null;
}

/** Milliseconds until the session ends. Looks at the clock instead of counting: a sleeping machine does not count. */
function useTimeLeft(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(timer);
  }, []);
  return deadline.value - now;
}

function EndsSoon({ left }: { left: number }) {
  const [extended, setExtended] = useState(false);
  const [closed, setClosed] = useState(false);
  if (closed) return null;
  const stay = async () => {
    try {
      await staySignedIn();
      // Still here after asking for more time: the session has reached its greatest length.
      setExtended(true);
    } catch (thrown) {
      notifyProblem({ id: "stay-failed" }, thrown);
    }
  };
  const seconds = Math.ceil(left / 1000);
  const minutes = Math.ceil(seconds / 60);
  return (
    <Dialog title={t("ends-soon-title")} onClose={() => (extended ? setClosed(true) : void stay())}>
      {extended ? (
        <p>
          <Text id="ends-at-last" time={formatClock(new Date(deadline.value))} />
        </p>
      ) : (
        <p>{seconds > 60 ? <Text id="ends-in-minutes" minutes={minutes} /> : <Text id="ends-in-seconds" seconds={seconds} />}</p>
      )}
      <div class="buttons">
        <button type="button" class="button" onClick={() => void signOut().catch(asProblem)}>
          {t("sign-out")}
        </button>
        <button type="button" class="button primary" data-focus onClick={() => (extended ? setClosed(true) : void stay())}>
          {t(extended ? "close" : "stay-signed-in")}
        </button>
      </div>
    </Dialog>
  );
}
