import type { Group, User } from "../../../api/types.ts";
import { Fact } from "../../../parts/fact.tsx";
import { Icon } from "../../../parts/icon.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { can } from "../../../session/session.ts";
import { Text, t } from "../../../texts/text.tsx";
import { isMe } from "../person.ts";
import { inFlight, restore } from "../status-actions.tsx";
import { FIELD_LABELS, FieldWords } from "./field-value.tsx";
import { changedFields } from "./merge.ts";
import type { Draft } from "./use-draft.ts";

interface Props {
  user: User;
  draft: Draft;
  groups: readonly Pick<Group, "id" | "name">[];
  /** Why the user cannot be restored by this person, or null. */
  blocked: string | null;
}

/** That a user is deleted, since when and by whom, how to have them back, and what was being typed when it happened. */
export function DeletedNotice({ user, draft, groups, blocked }: Props) {
  const { values, dirty } = draft.form;
  return (
    <section class="clash" aria-labelledby="deleted-title">
      <h2 id="deleted-title">
        <Icon name="info" />
        {t("deleted-title")}
      </h2>
      <p>
        <DeletedBy user={user} /> {t(can("users.set-status") ? "deleted-read-only" : "deleted-ask")}
      </p>
      {dirty && (
        <>
          <p>{t("deleted-typed")}</p>
          <dl class="facts">
            {changedFields(user, values).map((field) => (
              <Fact key={field} label={t(FIELD_LABELS[field])}>
                <FieldWords field={field} value={values[field]} groups={groups} />
              </Fact>
            ))}
            {values.password && <Fact label={t("field-password")}>{t("deleted-password")}</Fact>}
          </dl>
        </>
      )}
      {can("users.set-status") && (
        <div class="buttons">
          <button
            type="button"
            class="button primary"
            aria-busy={inFlight.value.has(user.id)}
            aria-disabled={blocked ? true : undefined}
            aria-describedby={blocked ? "restore-not-now" : undefined}
            onClick={() => !blocked && void restore(user)}
          >
            {t("restore")}
          </button>
        </div>
      )}
      {can("users.set-status") && blocked && (
        <p class="minor" id="restore-not-now">
          {blocked}
        </p>
      )}
    </section>
  );
}

function DeletedBy({ user: { updatedAt, updatedBy } }: { user: User }) {
  const when = <Moment at={updatedAt} />;
  if (!updatedBy) return <Text id="deleted-by-operator" when={when} />;
  if (isMe(updatedBy)) return <Text id="deleted-by-you" when={when} />;
  return <Text id="deleted-by" name={updatedBy.name} when={when} />;
}
