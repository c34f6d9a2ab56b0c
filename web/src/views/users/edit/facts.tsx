import type { User } from "../../../api/types.ts";
import { addresses } from "../../../navigation/addresses.ts";
import { Copyable } from "../../../parts/copy.tsx";
import { Fact } from "../../../parts/fact.tsx";
import { Link } from "../../../parts/link.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { formatNumber } from "../../../texts/formats.ts";
import { Text, t } from "../../../texts/text.tsx";
import { fullName, isMe } from "../person.ts";
import { StatusBadge } from "../status-badge.tsx";
import { FieldWords } from "./field-value.tsx";

/** What nobody edits in a form: status, customers, and when what happened. */
export function StateFacts({ user }: { user: User }) {
  return (
    <dl class="facts">
      <Fact label={t("column-status")}>
        <StatusBadge status={user.status} />
      </Fact>
      <Fact label={t("column-customers")}>{formatNumber(user.customerCount)}</Fact>
      <Fact label={t("column-last-sign-in")}>{user.lastSignInAt ? <Moment at={user.lastSignInAt} /> : t("never")}</Fact>
      <Fact label={t("sort-createdAt")}>
        <Moment at={user.createdAt} />
      </Fact>
      <Fact label={t("last-changed")}>
        <LastChanged user={user} />
      </Fact>
    </dl>
  );
}

/** The fields of a user who cannot be edited now, or not by this person. */
export function FieldFacts({ user }: { user: User }) {
  const words = (field: "firstName" | "lastName" | "groups" | "agent" | "language") => {
    const value = field === "groups" ? user.groups.map(({ id }) => id) : user[field];
    return <FieldWords field={field} value={value} groups={user.groups} />;
  };
  return (
    <dl class="facts">
      <Fact label={t("field-email")}>
        <Copyable value={user.email} label={t("copy-email", { name: fullName(user) })} />
      </Fact>
      <Fact label={t("field-first-name")}>{words("firstName")}</Fact>
      <Fact label={t("field-last-name")}>{words("lastName")}</Fact>
      <Fact label={t("field-groups")}>{words("groups")}</Fact>
      <Fact label={t("field-agent")}>{words("agent")}</Fact>
      <Fact label={t("field-language")}>{words("language")}</Fact>
    </dl>
  );
}

/** When, and by whom. */
export function LastChanged({ user: { updatedAt, updatedBy } }: { user: User }) {
  const when = <Moment at={updatedAt} />;
  if (!updatedBy) return <Text id="changed-by-operator" when={when} />;
  if (isMe(updatedBy)) return <Text id="changed-by-you" when={when} />;
  const name = (
    <Link href={addresses.user(updatedBy.id)}>
      <bdi>{updatedBy.name}</bdi>
    </Link>
  );
  return <Text id="changed-by" when={when} name={name} />;
}
