import { lazyView } from "../../../app/lazy-view.tsx";
import type { Group, User } from "../../../api/types.ts";
import { CheckGroup, type Choice } from "../../../forms/check-group.tsx";
import type { Form } from "../../../forms/use-form.ts";
import { LoadError } from "../../../parts/load-error.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { can } from "../../../session/session.ts";
import { formatList } from "../../../texts/formats.ts";
import { t } from "../../../texts/text.tsx";
import { isMe } from "../person.ts";
import { lockOf } from "../rights/preview.ts";
import type { GroupChoice } from "../use-groups.ts";
import { fieldsOf, type UserValues } from "./values.ts";

/** Why a group cannot be ticked or unticked by whoever does not hold what that would give. */
const LOCKS = { gives: "group-gives-not-held", denies: "group-denies-not-held" } as const;

const Preview = lazyView(() => import("../rights/preview-panel.tsx"), ["rights", "effect"], null);

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
  const saved = user ? fieldsOf(user).groups : null;
  const locked = (group: Group) => {
    if (group.builtIn && isLastAdministrator) return t("last-administrator-group");
    const lock = lockOf(group, groups, saved ?? [], can);
    return lock ? t(LOCKS[lock]) : undefined;
  };
  const known = groups.map(
    (group): Choice => ({ value: group.id, label: group.name, hint: group.description, locked: locked(group) }),
  );
  // A ticked group that is gone stays in sight, so that it can be unticked.
  const gone = field.value
    .filter((id) => !groups.some((group) => group.id === id))
    .map((id): Choice => ({ value: id, label: t("group-gone") }));
  const ownChanged = user !== null && saved !== null && isMe(user) && differ(field.value, saved);
  return (
    <CheckGroup {...field} label={label} hint={t("groups-hint")} choices={[...known, ...gone]}>
      <p class="field-note" role="status">
        {ownChanged && t("own-groups-changed")}
      </p>
      <Preview groups={groups} ticked={field.value} saved={saved} />
    </CheckGroup>
  );
}

function differ(one: readonly string[], other: readonly string[]): boolean {
  return one.length !== other.length || one.some((id) => !other.includes(id));
}
