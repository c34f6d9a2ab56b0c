import { answer, client } from "./client.ts";
import type { Session } from "./types.ts";

/** Where somebody is signed in. */
export async function listSessions(userId: string, signal?: AbortSignal): Promise<Session[]> {
  const params = { path: { userId } };
  return (await answer(client.GET("/api/v1/users/{userId}/sessions", { params, signal }))).items;
}

export async function endSession(userId: string, sessionId: string): Promise<void> {
  await answer(client.DELETE("/api/v1/users/{userId}/sessions/{sessionId}", { params: { path: { userId, sessionId } } }));
}

/** Ends all of them; of oneself, all but the one that asks. */
export async function endSessions(userId: string): Promise<void> {
  await answer(client.DELETE("/api/v1/users/{userId}/sessions", { params: { path: { userId } } }));
}
