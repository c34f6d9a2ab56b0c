import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Text, t } from "../texts/text.tsx";
import { describedBy, FieldErrorText, Hint } from "./fields.tsx";

export interface Choice {
  value: string;
  label: string;
  hint?: string;
  /** Why the box cannot be changed now. */
  locked?: string;
}

interface Props {
  id: string;
  label: string;
  hint?: string;
  error?: string | null;
  value: readonly string[];
  onChange(value: string[]): void;
  choices: readonly Choice[];
  /** More about the choice, below it. */
  children?: ComponentChildren;
}

/** Above this many, nobody looks through a list of boxes without a filter. */
const FILTERED = 10;

/** Several check-boxes under one legend. A filter hides boxes but never unticks them. */
export function CheckGroup(props: Props) {
  const { id, label, error, value, onChange, choices, children } = props;
  const [filter, setFilter] = useState("");
  const wanted = filter.trim().toLocaleLowerCase();
  const shown = choices.filter((choice) => choice.label.toLocaleLowerCase().includes(wanted));
  const toggle = (choice: string, ticked: boolean) =>
    onChange(ticked ? [...value, choice] : value.filter((other) => other !== choice));
  return (
    <fieldset id={id} class={error ? "field wrong" : "field"} {...describedBy(props)}>
      <legend>{label}</legend>
      <Hint {...props} />
      <FieldErrorText {...props} />
      {choices.length > FILTERED && (
        <div class="check-filter">
          <label for={`${id}-filter`}>{t("choices-filter")}</label>
          <input
            id={`${id}-filter`}
            type="search"
            value={filter}
            autocomplete="off"
            onInput={(event) => setFilter(event.currentTarget.value)}
          />
          <p class="minor" role="status">
            <Text id="choices-shown" shown={shown.length} ticked={value.length} />
          </p>
        </div>
      )}
      {shown.map((choice) => (
        <div class="choice" key={choice.value}>
          <label class="check">
            <input
              type="checkbox"
              checked={value.includes(choice.value)}
              aria-describedby={about(id, choice).join(" ") || undefined}
              aria-disabled={choice.locked ? true : undefined}
              onClick={(event) => choice.locked && event.preventDefault()}
              onChange={(event) => !choice.locked && toggle(choice.value, event.currentTarget.checked)}
            />
            <bdi>{choice.label}</bdi>
          </label>
          {[choice.hint && <bdi>{choice.hint}</bdi>, choice.locked].filter(Boolean).map((words, at) => (
            <p class="hint" id={about(id, choice)[at]} key={at}>
              {words}
            </p>
          ))}
        </div>
      ))}
      {children}
    </fieldset>
  );
}

/** The ids of what is said below a box: what it is for, why it is locked. */
function about(id: string, { value, hint, locked }: Choice): string[] {
  return [hint, locked].filter(Boolean).map((_, at) => `${id}-${value}-${at}`);
}
