import type { User } from "../../../api/types.ts";
import type { Column } from "../../../lists/columns.ts";
import { addresses } from "../../../navigation/addresses.ts";
import { leaveFrom } from "../../../navigation/return-point.ts";
import { Copyable } from "../../../parts/copy.tsx";
import { Link } from "../../../parts/link.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { can } from "../../../session/session.ts";
import { formatNumber } from "../../../texts/formats.ts";
import { t } from "../../../texts/text.tsx";
import { fullName, isMe } from "../person.ts";
import { StatusBadge } from "../status-badge.tsx";
import { RowActions } from "./row-actions.tsx";

const DATA: readonly Column<User>[] = [
  { id: "name", label: "column-name", sort: "lastName", draw: (user) => <Name user={user} /> },
  {
    id: "email",
    label: "column-email",
    sort: "email",
    optional: true,
    draw: (user) => <Copyable value={user.email} label={t("copy-email", { name: fullName(user) })} />,
  },
  { id: "status", label: "column-status", draw: (user) => <StatusBadge status={user.status} /> },
  { id: "groups", label: "column-groups", optional: true, draw: (user) => <Groups user={user} /> },
  { id: "agent", label: "column-agent", optional: true, draw: (user) => t(user.agent ? "yes" : "no") },
  {
    id: "customers",
    label: "column-customers",
    numeric: true,
    optional: true,
    draw: (user) => formatNumber(user.customerCount),
  },
  {
    id: "last-sign-in",
    label: "column-last-sign-in",
    sort: "lastSignInAt",
    optional: true,
    draw: (user) => (user.lastSignInAt ? <Moment at={user.lastSignInAt} /> : <span class="minor">{t("never")}</span>),
  },
];

const ACTION: Column<User> = {
  id: "action",
  label: "column-action",
  actions: true,
  draw: (user) => <RowActions user={user} />,
};

const ACTING = ["users.update", "users.set-status", "users.delete", "users.assign-customers"];

/** The columns of the Users List; Action only for those who may do something. */
export function userColumns(): readonly Column<User>[] {
  return ACTING.some(can) ? [...DATA, ACTION] : DATA;
}

function Name({ user }: { user: User }) {
  return (
    <>
      <Link href={addresses.user(user.id)} onLeave={() => leaveFrom(user.id)}>
        <bdi>{fullName(user)}</bdi>
      </Link>
      {isMe(user) && <span class="you">{t("you")}</span>}
    </>
  );
}

function Groups({ user }: { user: User }) {
  return (
    <ul class="stacked">
      {user.groups.map(({ id, name }) => (
        <li key={id}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}
