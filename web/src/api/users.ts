import { remember } from "./overlay.ts";
import { answer, client } from "./client.ts";
import type { paths } from "./schema.ts";
import type { ChangedUser, RestoredUser, User, UserList } from "./types.ts";

type ListQuery = NonNullable<paths["/api/v1/users"]["get"]["parameters"]["query"]>;
type CreateBody = paths["/api/v1/users"]["post"]["requestBody"]["content"]["application/json"];
type UpdateBody = paths["/api/v1/users/{userId}"]["patch"]["requestBody"]["content"]["application/json"];

/** What identifies the version of a user that the person saw. */
type Seen = Pick<User, "id" | "version">;

export function listUsers(query: ListQuery, signal?: AbortSignal): Promise<UserList> {
  return answer(client.GET("/api/v1/users", { params: { query }, signal }));
}

export function getUser(userId: string, signal?: AbortSignal): Promise<User> {
  return answer(client.GET("/api/v1/users/{userId}", { params: { path: { userId } }, signal }));
}

export async function createUser(body: CreateBody, key: string): Promise<User> {
  return remember(await answer(client.POST("/api/v1/users", { params: { header: { "Idempotency-Key": key } }, body })));
}

export async function updateUser(seen: Seen, body: UpdateBody, key: string): Promise<User> {
  return remember(await answer(client.PATCH("/api/v1/users/{userId}", { params: conditions(seen, key), body })));
}

export async function activateUser(seen: Seen, key: string): Promise<User> {
  return remember(await answer(client.POST("/api/v1/users/{userId}/activate", { params: conditions(seen, key) })));
}

export async function deactivateUser(seen: Seen, key: string): Promise<ChangedUser> {
  return remember(await answer(client.POST("/api/v1/users/{userId}/deactivate", { params: conditions(seen, key) })));
}

export async function restoreUser(seen: Seen, key: string): Promise<RestoredUser> {
  return remember(await answer(client.POST("/api/v1/users/{userId}/restore", { params: conditions(seen, key) })));
}

export async function deleteUser(seen: Seen): Promise<ChangedUser> {
  const params = { path: { userId: seen.id }, header: { "If-Match": etag(seen) } };
  return remember(await answer(client.DELETE("/api/v1/users/{userId}", { params })));
}

function conditions(seen: Seen, key: string) {
  return { path: { userId: seen.id }, header: { "If-Match": etag(seen), "Idempotency-Key": key } };
}

function etag(seen: Seen): string {
  return `"${seen.version}"`;
}
