import { answer, client } from "./client.ts";
import type { Group } from "./types.ts";

export async function listGroups(signal?: AbortSignal): Promise<Group[]> {
  return (await answer(client.GET("/api/v1/groups", { signal }))).items;
}
