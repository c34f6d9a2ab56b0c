import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../texts/text.tsx";

interface Frame {
  id: string;
  label: string;
  hint?: string;
  error?: string | null;
  /** More about the field's state, below the error: a link to the user who has the e-mail. */
  children?: ComponentChildren;
}

/** What ties hint and error to a control, for screen readers. */
export function describedBy({ id, hint, error }: Frame): Record<string, string | boolean | undefined> {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": error ? true : undefined };
}

export function Hint({ id, hint }: Frame) {
  return hint ? (
    <p class="hint" id={`${id}-hint`}>
      {hint}
    </p>
  ) : null;
}

export function FieldErrorText({ id, error }: Frame) {
  return error ? (
    <p class="field-error" id={`${id}-error`}>
      <span class="hidden">{t("error-prefix")} </span>
      {error}
    </p>
  ) : null;
}

interface TextFieldProps extends Frame {
  value: string;
  onChange(value: string): void;
  type?: "text" | "email";
  autocomplete?: string;
}

export function TextField(props: TextFieldProps) {
  const { id, label, value, onChange, type = "text", autocomplete = "off", error, children } = props;
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={id}>{label}</label>
      <Hint {...props} />
      <FieldErrorText {...props} />
      <input
        id={id}
        type={type}
        value={value}
        autocomplete={autocomplete}
        autocapitalize={type === "email" ? "none" : undefined}
        spellcheck={type === "email" ? false : undefined}
        dir="auto"
        {...describedBy(props)}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {children}
    </div>
  );
}

interface PasswordFieldProps extends Frame {
  value: string;
  onChange(value: string): void;
  autocomplete: "current-password" | "new-password";
  /** Takes the focus when it appears, as the one thing a dialog asks for. */
  focusFirst?: boolean;
}

export function PasswordField(props: PasswordFieldProps) {
  const { id, label, value, onChange, autocomplete, error, focusFirst, children } = props;
  const [shown, setShown] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focusFirst) input.current?.focus();
  }, []);
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={id}>{label}</label>
      <Hint {...props} />
      <FieldErrorText {...props} />
      <div class="password">
        <input
          ref={input}
          id={id}
          type={shown ? "text" : "password"}
          value={value}
          autocomplete={autocomplete}
          autocapitalize="none"
          spellcheck={false}
          {...describedBy(props)}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        <button
          type="button"
          class="button"
          aria-controls={id}
          aria-label={t(shown ? "password-hide-named" : "password-show-named", { label })}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? "password-hide" : "password-show")}
        </button>
      </div>
      {children}
    </div>
  );
}

interface SelectFieldProps<Value extends string> extends Frame {
  value: Value;
  onChange(value: Value): void;
  options: readonly { value: Value; label: string }[];
}

export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { id, label, value, onChange, options, error, children } = props;
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={id}>{label}</label>
      <Hint {...props} />
      <FieldErrorText {...props} />
      <select
        id={id}
        value={value}
        {...describedBy(props)}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {children}
    </div>
  );
}

interface CheckFieldProps extends Frame {
  value: boolean;
  onChange(value: boolean): void;
}

/** One check-box: its label stands beside it, hint and error below. */
export function CheckField(props: CheckFieldProps) {
  const { id, label, value, onChange, error, children } = props;
  return (
    <div class={error ? "field wrong" : "field"}>
      <label class="check" for={id}>
        <input
          id={id}
          type="checkbox"
          checked={value}
          {...describedBy(props)}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
      <Hint {...props} />
      <FieldErrorText {...props} />
      {children}
    </div>
  );
}
