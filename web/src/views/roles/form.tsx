import type { Problem } from "../../api/problem.ts";
import type { Group, Role } from "../../api/types.ts";
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
import type { Holder } from "../rights/holding.ts";
import { useRebase } from "../rights/rebase.ts";
import { read, written } from "../rights/rules.ts";
import { RuleField } from "./rule-field.tsx";

/** What the form of a role holds. */
export interface RoleValues {
  name: string;
  description: string;
  rules: string[];
}

export const EMPTY: RoleValues = { name: "", description: "", rules: [] };
const LONGEST_NAME = 50;
const LONGEST_DESCRIPTION = 200;
const MOST_RULES = 50;

export function valuesOf({ name, description, rules }: Role): RoleValues {
  return { name, description, rules: rules.map(written) };
}

/** The body that creates or edits a role. */
export function bodyOf({ name, description, rules }: RoleValues) {
  return { name: name.trim(), description: description.trim(), rules: rules.map(read) };
}

export function checkRole({ name, description, rules }: RoleValues): FieldErrors<RoleValues> {
  return wrong({
    name: check(name, filled, atMost(LONGEST_NAME)),
    description: check(description, atMost(LONGEST_DESCRIPTION)),
    rules: check(rules, noMoreThan(MOST_RULES)),
  });
}

interface Props {
  initial: RoleValues;
  /** Whoever edits. */
  holder: Holder;
  /** Groups that carry the role and give what whoever edits does not hold: then its rules stay as they are. */
  beyond?: readonly Group[];
  submit: "create" | "update";
  send(values: RoleValues, key: string): Promise<Role>;
  done(role: Role): Promise<void>;
  /** Somebody else's version, once the one that was edited has turned out to be an old one. */
  onStale?(theirs: Role): void;
  theirs?: Role | null;
}

/** The form of a role, for creating and editing. */
export function RoleForm({ initial, holder, beyond = [], submit, send, done, onStale, theirs }: Props) {
  const form = useForm({ initial, check: checkRole, send, done, refused: (problem) => stale(problem, onStale) });
  useRebase(form, initial, theirs ? valuesOf(theirs) : null, theirs?.version ?? 0);
  const { all } = holder;
  return (
    <div class="beside-form">
      <div class="form-part">
        {theirs && <Clash theirs={theirs} form={form} />}
        <ErrorSummary form={form} />
        <form class="sheet" noValidate onSubmit={(event) => void form.submit(event)}>
          <TextField {...form.field("name")} label={t("field-name")} hint={t("role-name-hint")} />
          <TextField {...form.field("description")} label={t("field-description")} hint={t("description-hint")} />
          <RuleField {...form.field("rules")} all={all} holder={holder} beyond={beyond} />
          <div class="buttons">
            <button type="submit" class="button primary" aria-busy={form.busy}>
              {t(submit)}
            </button>
            <Link class="button" href={addresses.roles}>
              {t("back")}
            </Link>
          </div>
        </form>
      </div>
      <Effect rules={form.values.rules.map(read)} all={all} />
    </div>
  );
}

function stale(problem: Problem, onStale?: (theirs: Role) => void): boolean {
  const { current } = problem.details;
  if (problem.code !== "stale_version" || !current || !onStale) return false;
  onStale(current as Role);
  return true;
}

function Clash({ theirs, form }: { theirs: Role; form: Form<RoleValues> }) {
  const now = valuesOf(theirs);
  const words = { name: now.name, description: now.description, rules: formatList(now.rules) };
  const fields = ["name", "description", "rules"] as const;
  const changes = fields
    .filter((field) => JSON.stringify(now[field]) !== JSON.stringify(form.values[field]))
    .map((field) => ({ field: `field-${field}`, now: words[field] }));
  return <ChangedMeanwhile theirs={theirs} changes={changes} onTake={() => form.reset(now)} />;
}
