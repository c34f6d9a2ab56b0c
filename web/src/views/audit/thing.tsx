import { addresses } from "../../navigation/addresses.ts";
import { Link } from "../../parts/link.tsx";
import { can } from "../../session/session.ts";

/** What has a view of its own, and who may read it. */
const VIEWS: Record<string, { permission: string; address(id: string): string }> = {
  user: { permission: "users.read", address: addresses.user },
  group: { permission: "groups.read", address: addresses.group },
  role: { permission: "roles.read", address: addresses.role },
};

interface Props {
  kind: string;
  id: string;
  /** The name it had; what is older than such names is called by its id. */
  name: string | null | undefined;
  /** That there is nothing left to go to. */
  gone?: boolean;
}

/** The name of a user, customer, group or role, with a link for those who may look. */
export function Thing({ kind, id, name, gone }: Props) {
  const view = VIEWS[kind];
  const shown = <bdi>{name || id}</bdi>;
  return view && !gone && can(view.permission) ? <Link href={view.address(id)}>{shown}</Link> : shown;
}
