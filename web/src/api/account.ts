import { answer, client } from "./client.ts";
import { remember } from "./overlay.ts";
import type { components } from "./schema.ts";
import type { User } from "./types.ts";

type UpdateBody = components["schemas"]["UpdateAccount"];
type PasswordBody = components["schemas"]["ChangePassword"];

/** Changes oneself, which needs no permission. */
export async function updateAccount(seen: Pick<User, "version">, body: UpdateBody, key: string): Promise<User> {
  const header = { "If-Match": `"${seen.version}"`, "Idempotency-Key": key };
  return remember(await answer(client.PATCH("/api/v1/account", { params: { header }, body })));
}

/** Ends all other sessions of oneself; this one goes on. */
export async function changePassword(body: PasswordBody, key: string): Promise<User> {
  const params = { header: { "Idempotency-Key": key } };
  return remember(await answer(client.POST("/api/v1/account/password", { params, body })));
}
