import { answer, client } from "./client.ts";
import type { components, paths } from "./schema.ts";
import type { Group, MemberList } from "./types.ts";

type Seen = Pick<Group, "id" | "version">;
type CreateBody = components["schemas"]["CreateGroup"];
type UpdateBody = components["schemas"]["UpdateGroup"];
type PageQuery = NonNullable<paths["/api/v1/groups/{groupId}/members"]["get"]["parameters"]["query"]>;
type Changes = components["schemas"]["ChangeMembers"];

export async function listGroups(signal?: AbortSignal): Promise<Group[]> {
  return (await answer(client.GET("/api/v1/groups", { signal }))).items;
}

export function getGroup(groupId: string, signal?: AbortSignal): Promise<Group> {
  return answer(client.GET("/api/v1/groups/{groupId}", { params: { path: { groupId } }, signal }));
}

export function createGroup(body: CreateBody, key: string): Promise<Group> {
  return answer(client.POST("/api/v1/groups", { params: { header: { "Idempotency-Key": key } }, body }));
}

export function updateGroup(seen: Seen, body: UpdateBody, key: string): Promise<Group> {
  const params = { path: { groupId: seen.id }, header: { "If-Match": `"${seen.version}"`, "Idempotency-Key": key } };
  return answer(client.PATCH("/api/v1/groups/{groupId}", { params, body }));
}

export async function deleteGroup(seen: Seen): Promise<void> {
  const params = { path: { groupId: seen.id }, header: { "If-Match": `"${seen.version}"` } };
  await answer(client.DELETE("/api/v1/groups/{groupId}", { params }));
}

export function listMembers(groupId: string, query: PageQuery, signal?: AbortSignal): Promise<MemberList> {
  return answer(client.GET("/api/v1/groups/{groupId}/members", { params: { path: { groupId }, query }, signal }));
}

/** At most 25 users a call, all or nothing. */
export function changeMembers(groupId: string, body: Changes, key: string) {
  const params = { path: { groupId }, header: { "Idempotency-Key": key } };
  return answer(client.PATCH("/api/v1/groups/{groupId}/members", { params, body }));
}
