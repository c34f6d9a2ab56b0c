import { answer, client } from "./client.ts";
import { amend } from "./overlay.ts";
import type { components, paths } from "./schema.ts";
import type { CustomerList, User } from "./types.ts";

type ListQuery = NonNullable<paths["/api/v1/customers"]["get"]["parameters"]["query"]>;
type PageQuery = NonNullable<paths["/api/v1/users/{userId}/customers"]["get"]["parameters"]["query"]>;
type Changes = components["schemas"]["AssignCustomers"];

export function listCustomers(query: ListQuery, signal?: AbortSignal): Promise<CustomerList> {
  return answer(client.GET("/api/v1/customers", { params: { query }, signal }));
}

export function listAssignedCustomers(userId: string, query: PageQuery, signal?: AbortSignal): Promise<CustomerList> {
  return answer(client.GET("/api/v1/users/{userId}/customers", { params: { path: { userId }, query }, signal }));
}

/** At most 25 changes a call, all or nothing. */
export async function assignCustomers(user: User, body: Changes, key: string) {
  const params = { path: { userId: user.id }, header: { "Idempotency-Key": key } };
  const done = await answer(client.PATCH("/api/v1/users/{userId}/customers", { params, body }));
  amend(user, { customerCount: done.customerCount });
  return done;
}
