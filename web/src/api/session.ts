import { answer, client } from "./client.ts";
import type { SessionAnswer } from "./types.ts";

export function getSession(): Promise<SessionAnswer> {
  return answer(client.GET("/api/v1/session"));
}

export function signIn(email: string, password: string): Promise<SessionAnswer> {
  return answer(client.POST("/api/v1/session", { body: { email, password } }));
}

export async function signOut(): Promise<void> {
  await answer(client.DELETE("/api/v1/session"));
}
