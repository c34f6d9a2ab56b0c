import type { ComponentChildren } from "preact";
import type { Group, Permission } from "../../api/types.ts";
import { describedBy, FieldErrorText, Hint } from "../../forms/fields.tsx";
import type { FieldProps } from "../../forms/use-form.ts";
import { formatList } from "../../texts/formats.ts";
import { Text, t } from "../../texts/text.tsx";
import { holds, holdsKnown, type Holder } from "../rights/holding.ts";
import { areaName, areasOf, sentence } from "../rights/permission-list.tsx";
import { say, saying, type Say } from "../rights/rules.ts";

interface Props extends FieldProps<string[]> {
  all: readonly Permission[];
  /** Whoever edits: nobody can give or deny what they do not hold. */
  holder: Holder;
  /** Groups that carry the role and give what whoever edits does not hold: then nothing of it can be changed. */
  beyond: readonly Group[];
}

const SAYS: readonly Say[] = ["nothing", "allow", "deny"];

/** The rules of a role: for everything, for each area and for each permission nothing, Allow or Deny. */
export function RuleField(props: Props) {
  const { id, all, value, onChange, holder, beyond, error } = props;
  const label = t("field-rules");
  const frame = { ...props, label, hint: t("rules-hint") };
  const row = (scope: string, words: ComponentChildren) => (
    <ScopeRow
      key={scope}
      id={`${id}-${scope.replaceAll(/[.*]/g, "-")}`}
      scope={scope}
      words={words}
      value={saying(value, scope)}
      lock={beyond.length > 0 ? null : lockOf(holder, scope)}
      lockedBy={beyond.length > 0 ? `${id}-beyond` : null}
      onChange={(what) => onChange(say(value, scope, what))}
    />
  );
  return (
    <fieldset id={id} class={error ? "field wrong" : "field"} {...describedBy(frame)}>
      <legend>{label}</legend>
      <Hint {...frame} />
      <FieldErrorText {...frame} />
      {beyond.length > 0 && (
        <p class="minor" id={`${id}-beyond`}>
          <Text id="role-beyond" groups={formatList(beyond.map(({ name }) => name))} />
        </p>
      )}
      {row("*", t("rule-everything"))}
      {areasOf(all).map((area) => {
        const own = all.filter((permission) => permission.area === area);
        return (
          <fieldset class="rules" key={area}>
            <legend>{areaName(area)}</legend>
            {row(`${area}.*`, t("rule-area", { area: areaName(area) }))}
            {own.map((permission) => row(permission.permission, <bdi>{sentence(permission)}</bdi>))}
          </fieldset>
        );
      })}
    </fieldset>
  );
}

/** Why nothing can be said of a scope. */
function lockOf(holder: Holder, scope: string): string | null {
  if (holds(holder, scope)) return null;
  return t(holdsKnown(holder, scope) ? "rule-later-not-held" : "rule-not-held");
}

interface RowProps {
  id: string;
  scope: string;
  words: ComponentChildren;
  value: Say;
  /** Why nothing can be said of the scope; `lockedBy` is the id of what says so of all of them. */
  lock: string | null;
  lockedBy: string | null;
  onChange(what: Say): void;
}

function ScopeRow({ id, scope, words, value, lock, lockedBy, onChange }: RowProps) {
  return (
    <div class="rule">
      <label for={id}>
        {words} <code class="minor">{scope}</code>
      </label>
      <select
        id={id}
        value={value}
        class={value === "nothing" ? undefined : `says-${value}`}
        disabled={lock !== null || lockedBy !== null}
        aria-describedby={lockedBy ?? (lock ? `${id}-why` : undefined)}
        onChange={(event) => {
          const chosen = SAYS.find((known) => known === event.currentTarget.value);
          if (chosen) onChange(chosen);
        }}
      >
        {SAYS.map((what) => (
          <option key={what} value={what}>
            {t(`rule-${what}`)}
          </option>
        ))}
      </select>
      {lock && (
        <p class="minor" id={`${id}-why`}>
          {lock}
        </p>
      )}
    </div>
  );
}
