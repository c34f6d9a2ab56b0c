import { PasswordField } from "../../forms/fields.tsx";
import { ErrorSummary } from "../../forms/summary.tsx";
import type { Form } from "../../forms/use-form.ts";
import { me } from "../../session/session.ts";
import { t } from "../../texts/text.tsx";
import { PASSWORD } from "../users/form/values.ts";
import type { Passwords } from "./use-password.ts";

/** A new password of one's own, which takes the one so far. */
export function PasswordForm({ form }: { form: Form<Passwords> }) {
  return (
    <section class="sheet form" aria-labelledby="password-title">
      <h2 id="password-title">{t("account-password")}</h2>
      <p>{t("account-password-ends")}</p>
      <ErrorSummary form={form} />
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        {/* Tells password managers whose password it is. */}
        <input type="email" value={me.value.email} autocomplete="username" readOnly hidden />
        <PasswordField
          {...form.field("currentPassword")}
          label={t("field-current-password")}
          hint={t("current-password-hint")}
          autocomplete="current-password"
        />
        <PasswordField
          {...form.field("newPassword")}
          label={t("field-new-password")}
          hint={t("password-hint", { min: PASSWORD.shortest })}
          autocomplete="new-password"
        />
        <PasswordField
          {...form.field("repeat")}
          label={t("field-repeat-new")}
          hint={t("repeat-hint")}
          autocomplete="new-password"
        />
        <div class="buttons">
          <button type="submit" class="button primary" aria-busy={form.busy}>
            {t("account-change-password")}
          </button>
        </div>
      </form>
    </section>
  );
}
