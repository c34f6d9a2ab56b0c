import type { Problem } from "../../api/problem.ts";
import type { Group, Permission, Role } from "../../api/types.ts";
import { CheckGroup, type Choice } from "../../forms/check-group.tsx";
import { atMost, check, filled, noMoreThan, wrong } from "../../forms/checks.ts";
import type { FieldErrors } from "../../forms/field-errors.ts";
import { TextField } from "../../forms/fields.tsx";
import { ErrorSummary } from "../../forms/summary.tsx";
import { useForm, type Form } from "../../forms/use-form.ts";
import { addresses } from "../../navigation/addresses.ts";
import { Link } from "../../parts/link.tsx";
import { formatList } from "../../texts/formats.ts";
import { t } from "../../texts/text.tsx";
import { ChangedMeanwhile } from "../rights/changed-meanwhile.tsx";
import { Effect } from "../rights/effect.tsx";
import { beyond, holdsRules } from "../rights/holding.ts";
import { useRebase } from "../rights/rebase.ts";
import { rulesOf } from "../rights/rules.ts";
import { whoAsks } from "../rights/who-asks.ts";

/** What the form of a group holds. */
export interface GroupValues {
  name: string;
  description: string;
  /** Ids. */
  roles: string[];
}

export const EMPTY: GroupValues = { name: "", description: "", roles: [] };
const LONGEST_NAME = 50;
const LONGEST_DESCRIPTION = 200;
const MOST_ROLES = 20;

export function valuesOf({ name, description, roles }: Group): GroupValues {
  return { name, description, roles: roles.map(({ id }) => id) };
}

export function bodyOf({ name, description, roles }: GroupValues) {
  return { name: name.trim(), description: description.trim(), roles };
}

export function checkGroup({ name, description, roles }: GroupValues): FieldErrors<GroupValues> {
  return wrong({
    name: check(name, filled, atMost(LONGEST_NAME)),
    description: check(description, atMost(LONGEST_DESCRIPTION)),
    roles: check(roles, noMoreThan(MOST_ROLES)),
  });
}

interface Props {
  /** The group as it is; null for one that is yet to be created. */
  group: Group | null;
  initial: GroupValues;
  roles: readonly Role[];
  all: readonly Permission[];
  submit: "create" | "update";
  send(values: GroupValues, key: string): Promise<Group>;
  done(group: Group): Promise<void>;
  onStale?(theirs: Group): void;
  theirs?: Group | null;
}

/** The form of a group, for creating and editing. What its members may do is shown while roles are chosen. */
export function GroupForm({ group, initial, roles, all, submit, send, done, onStale, theirs }: Props) {
  const form = useForm({ initial, check: checkGroup, send, done, refused: (problem) => stale(problem, onStale) });
  useRebase(form, initial, theirs ? valuesOf(theirs) : null, theirs?.version ?? 0);
  const chosen = roles.filter(({ id }) => form.values.roles.includes(id));
  const holder = whoAsks(all, roles);
  const isBeyond = group !== null && beyond(holder, [group], roles).length > 0;
  const locked = (role: Role) => {
    if (!holdsRules(holder, role.rules)) return t("more-than-held");
    return isBeyond ? t("group-beyond") : undefined;
  };
  const choices = roles.map(
    (role): Choice => ({ value: role.id, label: role.name, hint: role.description, locked: locked(role) }),
  );
  return (
    <div class="beside-form">
      <div class="form-part">
        {theirs && <Clash theirs={theirs} form={form} />}
        <ErrorSummary form={form} />
        <form class="sheet" noValidate onSubmit={(event) => void form.submit(event)}>
          <TextField {...form.field("name")} label={t("field-name")} hint={t("group-name-hint")} />
          <TextField {...form.field("description")} label={t("field-description")} hint={t("description-hint")} />
          <CheckGroup {...form.field("roles")} label={t("field-roles")} hint={t("roles-hint")} choices={choices} />
          <div class="buttons">
            <button type="submit" class="button primary" aria-busy={form.busy}>
              {t(submit)}
            </button>
            <Link class="button" href={addresses.groups}>
              {t("back")}
            </Link>
          </div>
        </form>
      </div>
      <Effect rules={rulesOf(chosen)} all={all} />
    </div>
  );
}

function stale(problem: Problem, onStale?: (theirs: Group) => void): boolean {
  const { current } = problem.details;
  if (problem.code !== "stale_version" || !current || !onStale) return false;
  onStale(current as Group);
  return true;
}

function Clash({ theirs, form }: { theirs: Group; form: Form<GroupValues> }) {
  const now = valuesOf(theirs);
  const words = { name: now.name, description: now.description, roles: formatList(theirs.roles.map(({ name }) => name)) };
  const fields = ["name", "description", "roles"] as const;
  const changes = fields
    .filter((field) => JSON.stringify(now[field]) !== JSON.stringify(form.values[field]))
    .map((field) => ({ field: `field-${field}`, now: words[field] }));
  return <ChangedMeanwhile theirs={theirs} changes={changes} onTake={() => form.reset(now)} />;
}
