import { useEffect, useRef } from "preact/hooks";
import type { User } from "../../../api/types.ts";
import { addresses } from "../../../navigation/addresses.ts";
import { Copyable } from "../../../parts/copy.tsx";
import { Icon } from "../../../parts/icon.tsx";
import { Link } from "../../../parts/link.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { formatList } from "../../../texts/formats.ts";
import { Text, t } from "../../../texts/text.tsx";
import { BackToList } from "../form/back-to-list.tsx";
import { fullName, isMe } from "../person.ts";
import { StatusBadge } from "../status-badge.tsx";

/** Whom it is about, so that nobody is taken for a namesake. */
export function Who({ user }: { user: User }) {
  const groups = formatList(user.groups.map(({ name }) => name));
  return (
    <dl class="facts">
      <div>
        <dt>{t("column-name")}</dt>
        <dd>
          <bdi>{fullName(user)}</bdi>
          {isMe(user) && <span class="you">{t("you")}</span>}
        </dd>
      </div>
      <div>
        <dt>{t("column-email")}</dt>
        <dd>
          <Copyable value={user.email} label={t("copy-email", { name: fullName(user) })} />
        </dd>
      </div>
      <div>
        <dt>{t("column-status")}</dt>
        <dd>
          <StatusBadge status={user.status} />
        </dd>
      </div>
      <div>
        <dt>{t("column-groups")}</dt>
        <dd>
          <bdi>{groups}</bdi>
        </dd>
      </div>
    </dl>
  );
}

/** Everything that deleting does, and what it does not. */
export function Consequences({ user }: { user: User }) {
  return (
    <section class="consequences" aria-labelledby="consequences-title">
      <h3 id="consequences-title">{t("consequences-title")}</h3>
      <ul>
        <li>{t(isMe(user) ? "consequence-own-sessions" : "consequence-sessions")}</li>
        <li>{t("consequence-listed")}</li>
        <li>
          <Text id="consequence-email" email={user.email} />
        </li>
        <li>
          <Text id="consequence-customers" count={user.customerCount} />
        </li>
        <li>{t("consequence-restore")}</li>
      </ul>
    </section>
  );
}

/** Somebody was quicker: nothing was deleted, and what stands below is what holds now. */
export function ChangedMeanwhile({ before, now }: { before: User; now: User }) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), [now.version]);
  const when = <Moment at={now.updatedAt} />;
  return (
    <div class="notice notice-error" ref={notice} tabIndex={-1} role="group" aria-label={t("warning-changed")}>
      <Icon name="error" />
      <div class="notice-body">
        <p>
          {now.updatedBy ? (
            <Text id="warning-changed-by" name={now.updatedBy.name} when={when} />
          ) : (
            <Text id="warning-changed-by-operator" when={when} />
          )}
        </p>
        {fullName(before) !== fullName(now) && (
          <p>
            <Text id="warning-renamed" before={fullName(before)} now={fullName(now)} />
          </p>
        )}
      </div>
    </div>
  );
}

/** Nothing left to do here; on the user's own page they can be restored. */
export function AlreadyDeleted({ user }: { user: User }) {
  return (
    <div class="sheet form">
      <p>
        <Text id="already-deleted" name={fullName(user)} when={<Moment at={user.updatedAt} />} />
      </p>
      <div class="buttons">
        <Link class="button" href={addresses.user(user.id)}>
          {t("to-the-user")}
        </Link>
        <BackToList />
      </div>
    </div>
  );
}
