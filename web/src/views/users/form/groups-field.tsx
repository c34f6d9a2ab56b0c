import type { User } from "../../../api/types.ts";
import { CheckGroup, type Choice } from "../../../forms/check-group.tsx";
import type { Form } from "../../../forms/use-form.ts";
import { LoadError } from "../../../parts/load-error.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { can } from "../../../session/session.ts";
import { formatList } from "../../../texts/formats.ts";
import { t } from "../../../texts/text.tsx";
import { isMe } from "../person.ts";
import type { GroupChoice } from "../use-groups.ts";
import { fieldsOf, type UserValues } from "./values.ts";

interface Props {
  form: Form<UserValues>;
  user: User | null;
  choice: GroupChoice;
  isLastAdministrator: boolean;
}

/** Assigned groups, as check-boxes. Who may not read the groups sees those there are, and cannot change them. */
export function GroupsField({ form, user, choice, isLastAdministrator }: Props) {
  const { groups, problem, reload } = choice;
  const label = t("field-groups");
  if (!can("groups.read")) {
    return (
      <div class="field">
        <p class="label">{label}</p>
        {user && (
          <p>
            <bdi>{formatList(user.groups.map(({ name }) => name))}</bdi>
          </p>
        )}
        <p class="hint">{t("groups-not-readable")}</p>
      </div>
    );
  }
  if (!groups) {
    return (
      <div class="field">
        <p class="label">{label}</p>
        {problem ? <LoadError problem={problem} retry={reload} /> : <Loading />}
      </div>
    );
  }
  const field = form.field("groups");
  const known = groups.map(
    ({ id, name, description, builtIn }): Choice => ({
      value: id,
      label: name,
      hint: description,
      locked: builtIn && isLastAdministrator ? t("last-administrator-group") : undefined,
    }),
  );
  // A ticked group that is gone stays in sight, so that it can be unticked.
  const gone = field.value
    .filter((id) => !groups.some((group) => group.id === id))
    .map((id): Choice => ({ value: id, label: t("group-gone") }));
  const ownChanged = user !== null && isMe(user) && differ(field.value, fieldsOf(user).groups);
  return (
    <CheckGroup {...field} label={label} hint={t("groups-hint")} choices={[...known, ...gone]}>
      <p class="field-note" role="status">
        {ownChanged && t("own-groups-changed")}
      </p>
    </CheckGroup>
  );
}

function differ(one: readonly string[], other: readonly string[]): boolean {
  return one.length !== other.length || one.some((id) => !other.includes(id));
}
