import type { components } from "./schema.ts";

type Schemas = components["schemas"];

export type User = Schemas["User"];
export type UserList = Schemas["UserList"];
/** What deactivating and deleting answer: the user, and on oneself that the own session has ended. */
export type ChangedUser = Schemas["ChangedUser"];
/** What restoring answers: the user, and what came back with them and what did not. */
export type RestoredUser = Schemas["RestoredUser"];
export type Customer = Schemas["Customer"];
/** The user a customer is assigned to. */
export type Owner = Schemas["Owner"];
export type CustomerList = Schemas["CustomerList"];
export type Group = Schemas["Group"];
export type Member = Schemas["Member"];
export type MemberList = Schemas["MemberList"];
export type Role = Schemas["Role"];
export type Rule = Schemas["Rule"];
export type Permission = Schemas["Permission"];
export type ExplainedPermission = Schemas["ExplainedPermission"];
/** Who did what to what, and what it changed. */
export type AuditEvent = Schemas["AuditEvent"];
export type AuditEventList = Schemas["AuditEventList"];
export type AuditActor = Schemas["AuditActor"];
export type AuditTarget = Schemas["AuditTarget"];
export type AuditChange = Schemas["AuditChange"];
/** A signed-in browser. */
export type Session = Schemas["Session"];
export type SessionAnswer = Schemas["SessionAnswer"];
export type Status = User["status"];
export type Language = User["language"];

/** One page of a list, whatever it lists. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
  previous: string | null;
  total: number | null;
  totalExact: boolean;
  /** False when the answer stopped early to stay within its cost: reading on with `next` fills the page. */
  complete: boolean;
}
