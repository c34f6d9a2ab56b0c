import { useEffect, useState } from "preact/hooks";
import { isRoute } from "../app/routes.ts";
import { View } from "../app/view.tsx";
import { check, emailShaped, entered, filled, wrong } from "../forms/checks.ts";
import { PasswordField, TextField } from "../forms/fields.tsx";
import { ErrorSummary } from "../forms/summary.tsx";
import { useForm } from "../forms/use-form.ts";
import { REASONS, safeNext, type Reason } from "../navigation/addresses.ts";
import { address, go } from "../navigation/location.ts";
import { session, signIn } from "../session/session.ts";
import { t } from "../texts/text.tsx";

/** Sign in, with why one is here and back to where one was going. */
export default function SignIn() {
  const query = new URLSearchParams(address.value.search);
  const [cookieRefused, setCookieRefused] = useState(false);
  const signedIn = session.value.is === "signed-in";
  useEffect(() => {
    if (signedIn) void go(safeNext(query.get("next"), location.origin, isRoute), { replace: true });
  }, [signedIn]);
  const form = useForm({
    initial: { email: "", password: "" },
    check: ({ email, password }) =>
      wrong({ email: check(email, filled, emailShaped), password: check(password, entered) }),
    send: ({ email, password }) => {
      setCookieRefused(false);
      return signIn(email.trim(), password);
    },
    done: (outcome) => setCookieRefused(outcome === "cookie_refused"),
    guarded: false,
    refused: () => {
      form.set({ password: "" });
      return false;
    },
  });
  if (signedIn) return null;
  const reason = REASONS.find((known) => known === query.get("reason"));
  return (
    <View title={t("sign-in")} refused={form.isRefused} class="narrow">
      {reason && form.refusals === 0 && <Why reason={reason} />}
      {cookieRefused && (
        <p class="notice notice-error" role="alert">
          {t("sign-in-cookie-refused")}
        </p>
      )}
      <ErrorSummary form={form} />
      <form noValidate onSubmit={(event) => void form.submit(event)}>
        <TextField {...form.field("email")} label={t("field-email")} type="email" autocomplete="username" />
        <PasswordField {...form.field("password")} label={t("field-password")} autocomplete="current-password" />
        <div class="buttons">
          <button type="submit" class="button primary" aria-busy={form.busy}>
            {t("sign-in")}
          </button>
        </div>
      </form>
    </View>
  );
}

/** Why the person is here, chosen by a word of ours in the address. */
function Why({ reason }: { reason: Reason }) {
  return (
    <p class={`notice notice-${reason === "timed_out" ? "info" : "success"}`} role="status">
      {t(`sign-in-reason-${reason.replaceAll("_", "-")}`)}
    </p>
  );
}
