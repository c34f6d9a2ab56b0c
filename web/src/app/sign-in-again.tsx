import { useState } from "preact/hooks";
import { asProblem, type Problem } from "../api/problem.ts";
import { PasswordField } from "../forms/fields.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { leave, me, signIn } from "../session/session.ts";
import { ProblemText } from "../texts/problem-text.tsx";
import { t } from "../texts/text.tsx";

/** Asks the same person to sign in again over what they were doing, which stays as it is behind the dialog. */
export default function SignInAgain({ resume }: { resume(back: boolean): void }) {
  const person = me.value;
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<Problem | "cookie_refused" | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      const kept = await signIn(person.email, password);
      if (kept === "kept") resume(true);
      else setProblem(kept);
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setPassword("");
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={t("sign-in-again-title")} opaque>
      <p>{t("sign-in-again-why")}</p>
      <form noValidate onSubmit={(event) => void submit(event)}>
        {problem && (
          <p class="notice notice-error" role="alert">
            {problem === "cookie_refused" ? t("sign-in-cookie-refused") : <ProblemText problem={problem} />}
          </p>
        )}
        <div class="field">
          <label for="again-email">{t("field-email")}</label>
          <input id="again-email" type="email" value={person.email} readOnly autocomplete="username" />
        </div>
        <PasswordField
          id="again-password"
          label={t("field-password")}
          value={password}
          autocomplete="current-password"
          onChange={setPassword}
          focusFirst
        />
        <div class="buttons">
          <button type="button" class="button" onClick={() => elsewhere(resume)}>
            {t("sign-in-as-somebody-else")}
          </button>
          <button type="submit" class="button primary" aria-busy={busy}>
            {t("sign-in")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Somebody else begins at the sign-in page, and nothing of what was here goes with them. */
function elsewhere(resume: (back: boolean) => void): void {
  resume(false);
  leave("timed_out");
}
