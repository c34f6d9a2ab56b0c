/** The addresses of the page; nothing else writes a path. */
export const addresses = {
  users: "/users",
  newUser: "/users/new",
  user: (userId: string) => `/users/${encodeURIComponent(userId)}`,
  userCustomers: (userId: string) => `/users/${encodeURIComponent(userId)}/customers`,
  deleteUser: (userId: string) => `/users/${encodeURIComponent(userId)}/delete`,
  groups: "/groups",
  newGroup: "/groups/new",
  group: (groupId: string) => `/groups/${encodeURIComponent(groupId)}`,
  deleteGroup: (groupId: string) => `/groups/${encodeURIComponent(groupId)}/delete`,
  membersOf: (groupId: string) => `/users?group=${encodeURIComponent(groupId)}`,
  roles: "/roles",
  newRole: "/roles/new",
  copyRole: (roleId: string) => `/roles/new?copy=${encodeURIComponent(roleId)}`,
  role: (roleId: string) => `/roles/${encodeURIComponent(roleId)}`,
  deleteRole: (roleId: string) => `/roles/${encodeURIComponent(roleId)}/delete`,
  audit: "/audit",
  auditOf: (kind: string, id: string) => `/audit?target=${encodeURIComponent(`${kind}:${id}`)}`,
  account: "/account",
  signIn: "/sign-in",
} as const;

/** Why somebody meets the sign-in page; the message is chosen by this word, never taken from the address. */
export const REASONS = ["signed_out", "timed_out", "self_deactivated", "self_deleted"] as const;
export type Reason = (typeof REASONS)[number];

/** The sign-in page, with what to say there and where to go on afterwards. */
export function signInAddress(reason: Reason | null, next: string | null): string {
  const query = new URLSearchParams();
  if (reason) query.set("reason", reason);
  if (next && next !== "/" && next !== addresses.users) query.set("next", next);
  const written = query.toString();
  return addresses.signIn + (written === "" ? "" : `?${written}`);
}

/** Where to go after signing in: an address of this page on this origin, else to where the page begins. */
export function safeNext(next: string | null, origin: string, isRoute: (path: string) => boolean): string {
  if (next === null || !URL.canParse(next, origin)) return "/";
  const target = new URL(next, origin);
  const known = target.origin === origin && target.pathname !== addresses.signIn && isRoute(target.pathname);
  return known ? target.pathname + target.search : "/";
}
