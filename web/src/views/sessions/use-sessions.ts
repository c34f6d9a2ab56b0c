import { useRef, useState } from "preact/hooks";
import { asProblem, type Problem } from "../../api/problem.ts";
import { endSession, endSessions, listSessions } from "../../api/sessions.ts";
import type { Session } from "../../api/types.ts";
import { useLoaded } from "../rights/use-loaded.ts";

/** What was refused: ending one session, or all of them. */
export interface Refused {
  what: "one" | "all";
  problem: Problem;
}

/** Where somebody is signed in, and how to end it. `turn` reads the list again when it moves. */
export function useSessions(userId: string, turn: number) {
  const { thing, problem, reload, set } = useLoaded(`sessions ${userId} ${turn}`, (signal) => listSessions(userId, signal));
  /** The id of the session that is just being ended, or all of them. */
  const [ending, setEnding] = useState<string | "all" | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const sending = useRef(false);

  /** Runs one ending at a time; answers whether it had success. */
  const once = async (what: Refused["what"], which: string, run: () => Promise<void>): Promise<boolean> => {
    if (sending.current) return false;
    sending.current = true;
    setEnding(which);
    setRefused(null);
    try {
      await run();
      return true;
    } catch (thrown) {
      setRefused({ what, problem: asProblem(thrown) });
      return false;
    } finally {
      sending.current = false;
      setEnding(null);
    }
  };
  const keep = (stays: (session: Session) => boolean) => thing && set(thing.filter(stays));

  return {
    sessions: thing,
    problem,
    reload,
    ending,
    refused,
    end: (session: Session) =>
      once("one", session.id, async () => {
        await endUnlessOver(userId, session.id);
        keep(({ id }) => id !== session.id);
      }),
    endAll: () =>
      once("all", "all", async () => {
        await endSessions(userId);
        keep(({ current }) => current);
      }),
  };
}

/** What has ended meanwhile is what was asked for. */
async function endUnlessOver(userId: string, sessionId: string): Promise<void> {
  try {
    await endSession(userId, sessionId);
  } catch (thrown) {
    const problem = asProblem(thrown);
    if (problem.status !== 404) throw problem;
  }
}
