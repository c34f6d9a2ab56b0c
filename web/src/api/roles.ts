import { answer, client } from "./client.ts";
import type { components } from "./schema.ts";
import type { ExplainedPermission, Permission, Role } from "./types.ts";

type Seen = Pick<Role, "id" | "version">;
type CreateBody = components["schemas"]["CreateRole"];
type UpdateBody = components["schemas"]["UpdateRole"];

export async function listRoles(signal?: AbortSignal): Promise<Role[]> {
  return (await answer(client.GET("/api/v1/roles", { signal }))).items;
}

export function getRole(roleId: string, signal?: AbortSignal): Promise<Role> {
  return answer(client.GET("/api/v1/roles/{roleId}", { params: { path: { roleId } }, signal }));
}

export function createRole(body: CreateBody, key: string): Promise<Role> {
  return answer(client.POST("/api/v1/roles", { params: { header: { "Idempotency-Key": key } }, body }));
}

export function updateRole(seen: Seen, body: UpdateBody, key: string): Promise<Role> {
  const params = { path: { roleId: seen.id }, header: { "If-Match": `"${seen.version}"`, "Idempotency-Key": key } };
  return answer(client.PATCH("/api/v1/roles/{roleId}", { params, body }));
}

export async function deleteRole(seen: Seen): Promise<void> {
  const params = { path: { roleId: seen.id }, header: { "If-Match": `"${seen.version}"` } };
  await answer(client.DELETE("/api/v1/roles/{roleId}", { params }));
}

let catalogue: Promise<Permission[]> | null = null;

/** Everything a role can allow or deny, by area. It changes with the product only, so a page that is open asks once. */
export function listPermissions(): Promise<Permission[]> {
  catalogue ??= askForPermissions().catch((thrown: unknown) => {
    catalogue = null;
    throw thrown;
  });
  return catalogue;
}

async function askForPermissions(): Promise<Permission[]> {
  return (await answer(client.GET("/api/v1/permissions", {}))).items;
}

/** What a user may do, and which group, role and rule says so. */
export async function explainPermissions(userId: string, signal?: AbortSignal): Promise<ExplainedPermission[]> {
  const params = { path: { userId } };
  return (await answer(client.GET("/api/v1/users/{userId}/permissions", { params, signal }))).items;
}
