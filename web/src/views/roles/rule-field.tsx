import type { ComponentChildren } from "preact";
import type { Permission } from "../../api/types.ts";
import { describedBy, FieldErrorText, Hint } from "../../forms/fields.tsx";
import type { FieldProps } from "../../forms/use-form.ts";
import { t } from "../../texts/text.tsx";
import { areaName, areasOf, sentence } from "../rights/permission-list.tsx";
import { say, saying, type Say } from "../rights/rules.ts";

interface Props extends FieldProps<string[]> {
  all: readonly Permission[];
  /** What whoever edits holds: nobody can give or deny anything else. */
  held(permission: string): boolean;
}

const SAYS: readonly Say[] = ["nothing", "allow", "deny"];

/** The rules of a role: for everything, for each area and for each permission nothing, Allow or Deny. */
export function RuleField(props: Props) {
  const { id, all, value, onChange, held, error } = props;
  const label = t("field-rules");
  const frame = { ...props, label, hint: t("rules-hint") };
  const holdsAll = all.every(({ permission }) => held(permission));
  const row = (scope: string, words: ComponentChildren, holds: boolean) => (
    <ScopeRow
      key={scope}
      id={`${id}-${scope.replaceAll(/[.*]/g, "-")}`}
      scope={scope}
      words={words}
      value={saying(value, scope)}
      holds={holds}
      onChange={(what) => onChange(say(value, scope, what))}
    />
  );
  return (
    <fieldset id={id} class={error ? "field wrong" : "field"} {...describedBy(frame)}>
      <legend>{label}</legend>
      <Hint {...frame} />
      <FieldErrorText {...frame} />
      {row("*", t("rule-everything"), holdsAll)}
      {areasOf(all).map((area) => {
        const own = all.filter((permission) => permission.area === area);
        return (
          <fieldset class="rules" key={area}>
            <legend>{areaName(area)}</legend>
            {row(`${area}.*`, t("rule-area", { area: areaName(area) }), own.every(({ permission }) => held(permission)))}
            {own.map((permission) =>
              row(permission.permission, <bdi>{sentence(permission)}</bdi>, held(permission.permission)),
            )}
          </fieldset>
        );
      })}
    </fieldset>
  );
}

interface RowProps {
  id: string;
  scope: string;
  words: ComponentChildren;
  value: Say;
  holds: boolean;
  onChange(what: Say): void;
}

function ScopeRow({ id, scope, words, value, holds, onChange }: RowProps) {
  return (
    <div class="rule">
      <label for={id}>
        {words} <code class="minor">{scope}</code>
      </label>
      <select
        id={id}
        value={value}
        class={value === "nothing" ? undefined : `says-${value}`}
        disabled={!holds}
        aria-describedby={holds ? undefined : `${id}-why`}
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
      {!holds && (
        <p class="minor" id={`${id}-why`}>
          {t("rule-not-held")}
        </p>
      )}
    </div>
  );
}
