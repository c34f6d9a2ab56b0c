import { useEffect, useId, useRef } from "preact/hooks";
import { CopyButton } from "../parts/copy.tsx";
import { ProblemText } from "../texts/problem-text.tsx";
import { Text, t } from "../texts/text.tsx";
import { errorText } from "./field-errors.ts";
import { fieldId, type Form } from "./use-form.ts";

/** Everything that is wrong, first in the form and focused: the same words as at the fields, linked to them. */
export function ErrorSummary<Values extends object>({ form }: { form: Form<Values> }) {
  const summary = useRef<HTMLDivElement>(null);
  const title = useId();
  const fields = Object.keys(form.errors) as (keyof Values & string)[];
  useEffect(() => {
    if (form.refusals > 0) summary.current?.focus();
  }, [form.refusals]);
  if (!form.isRefused) return null;
  return (
    <div class="summary" ref={summary} tabIndex={-1} role="group" aria-labelledby={title}>
      <h2 id={title}>{t("summary-title")}</h2>
      <ul>
        {fields.map((name) => {
          const error = form.errors[name];
          return (
            error && (
              <li key={name}>
                <a href={`#${fieldId(name)}`} onClick={(event) => focusField(event, name)}>
                  {errorText(name, error)}
                </a>
              </li>
            )
          );
        })}
        {form.rest.map(({ pointer, code, params }) => (
          <li key={pointer}>
            {errorText("", { code, params })} <code>{pointer}</code>
          </li>
        ))}
        {form.problem && (
          <li>
            <ProblemText problem={form.problem} />
          </li>
        )}
      </ul>
      {form.problem?.requestId && (
        <p class="minor">
          <Text id="request-id" value={form.problem.requestId} />
          <CopyButton value={form.problem.requestId} label={t("copy-request-id")} />
        </p>
      )}
    </div>
  );
}

/** The address belongs to the router, so the link moves the focus itself; of a group, to its first box. */
function focusField(event: MouseEvent, name: string): void {
  event.preventDefault();
  const field = document.getElementById(fieldId(name));
  const target = field?.matches("fieldset") ? field.querySelector<HTMLElement>("input") : field;
  target?.focus();
}
