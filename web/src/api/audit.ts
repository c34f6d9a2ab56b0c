import { answer, client } from "./client.ts";
import type { paths } from "./schema.ts";
import type { AuditEventList } from "./types.ts";

/** Which events: of whom, about what, of which kind, of when; and where to go on. */
export type AuditEventQuery = NonNullable<paths["/api/v1/audit-events"]["get"]["parameters"]["query"]>;

export function listAuditEvents(query: AuditEventQuery, signal?: AbortSignal): Promise<AuditEventList> {
  return answer(client.GET("/api/v1/audit-events", { params: { query }, signal }));
}
