import { useRef, useState } from "preact/hooks";
import type { Session, User } from "../../api/types.ts";
import { notify } from "../../notices/notices.ts";
import { ask } from "../../parts/ask.ts";
import { Icon } from "../../parts/icon.tsx";
import { LoadError } from "../../parts/load-error.tsx";
import { Loading } from "../../parts/loading.tsx";
import { can } from "../../session/session.ts";
import { ProblemText } from "../../texts/problem-text.tsx";
import { Text, t } from "../../texts/text.tsx";
import { fullName, isMe } from "../users/person.ts";
import { deviceWords } from "./device-words.tsx";
import { SessionItem } from "./session-item.tsx";
import { useSessions, type Refused } from "./use-sessions.ts";

/** More of them are shown when somebody asks: among many, the newest tell most. */
const SHOWN = 6;

interface Props {
  user: User;
  /** Reads the list again when it moves. */
  turn?: number;
  /** Why none of them can be ended now, or null. */
  blocked?: string | null;
}

/** Where somebody is signed in; for those who may, with a way to end it. */
export default function Sessions({ user, turn = 0, blocked = null }: Props) {
  const own = isMe(user);
  const { sessions, problem, reload, ending, refused, end, endAll } = useSessions(user.id, turn);
  const [all, setAll] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const ends = own || can("sessions.end");
  const others = sessions?.filter(({ current }) => !current) ?? [];
  // The button that had the focus goes with its session.
  const settle = () => heading.current?.focus({ preventScroll: true });
  const endOne = async (session: Session) => {
    if (!(await end(session))) return;
    notify({ kind: "success", message: { id: "session-ended", args: { device: deviceWords(session.device) } } });
    settle();
  };
  const endEverything = async () => {
    if (!(await askWhether(user, own)) || !(await endAll())) return;
    const message = own ? { id: "sessions-ended-own" } : { id: "sessions-ended", args: { name: fullName(user) } };
    notify({ kind: "success", message });
    settle();
  };
  return (
    <section class="sheet sessions" aria-labelledby="sessions-title" aria-busy={ending !== null}>
      <h2 id="sessions-title" ref={heading} tabIndex={-1}>
        {t("sessions-title")}
      </h2>
      <p class="hint">{t(own ? "sessions-hint-own" : "sessions-hint")}</p>
      {problem && <LoadError problem={problem} retry={reload} />}
      {refused && <WhyNot refused={refused} />}
      {!sessions && !problem && <Loading />}
      {sessions?.length === 0 && <p>{t("sessions-none")}</p>}
      {sessions && sessions.length > 0 && (
        <ul class="session-list">
          {(all ? sessions : sessions.slice(0, SHOWN)).map((session) => (
            <SessionItem
              key={session.id}
              session={session}
              ends={ends}
              blocked={blocked}
              busy={ending === session.id}
              onEnd={() => void endOne(session)}
            />
          ))}
        </ul>
      )}
      <div class="buttons">
        {!all && sessions && sessions.length > SHOWN && (
          <button type="button" class="button" onClick={() => (setAll(true), settle())}>
            <span>
              <Text id="sessions-show-all" count={sessions.length} />
            </span>
          </button>
        )}
        {ends && others.length > 0 && (
          <button
            type="button"
            class="button"
            aria-busy={ending === "all"}
            aria-disabled={blocked ? true : undefined}
            aria-describedby={blocked ? "sessions-blocked" : undefined}
            onClick={() => !blocked && void endEverything()}
          >
            {t(own ? "sessions-end-others" : "sessions-end-all")}
          </button>
        )}
      </div>
      {ends && others.length > 0 && blocked && (
        <p class="minor" id="sessions-blocked">
          {blocked}
        </p>
      )}
    </section>
  );
}

/** Ending several at once says first what it does. */
function askWhether(user: User, own: boolean): Promise<boolean> {
  const args = { name: fullName(user) };
  return ask({
    title: own ? { id: "sessions-ask-own" } : { id: "sessions-ask", args },
    body: own ? [{ id: "sessions-ask-own-body" }] : [{ id: "sessions-ask-body", args }],
    confirm: { id: own ? "sessions-end-others" : "sessions-end-all" },
    cancel: { id: "back" },
    danger: true,
  });
}

/** Said where the button is: the list may be far below the message strip. */
function WhyNot({ refused: { what, problem } }: { refused: Refused }) {
  return (
    <div class="notice notice-error" role="alert">
      <Icon name="error" />
      <p class="notice-body">
        {t(what === "one" ? "session-end-failed" : "sessions-end-failed")} <ProblemText problem={problem} />
      </p>
    </div>
  );
}
