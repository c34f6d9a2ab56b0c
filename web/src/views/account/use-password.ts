import { changePassword } from "../../api/account.ts";
import { atLeast, atMost, check, entered, wrong } from "../../forms/checks.ts";
import { useForm, type Form } from "../../forms/use-form.ts";
import { notify } from "../../notices/notices.ts";
import { PASSWORD } from "../users/form/values.ts";

export interface Passwords {
  currentPassword: string;
  newPassword: string;
  repeat: string;
}

const EMPTY: Passwords = { currentPassword: "", newPassword: "", repeat: "" };

/** The form of a new password of one's own. */
export function usePassword(onChanged: () => void): Form<Passwords> {
  const form = useForm({
    initial: EMPTY,
    check: ({ currentPassword, newPassword, repeat }) =>
      wrong({
        currentPassword: check(currentPassword, entered),
        newPassword: check(newPassword, entered, atLeast(PASSWORD.shortest), atMost(PASSWORD.longest)),
        repeat: newPassword !== "" && repeat !== newPassword ? { code: "differs" } : undefined,
      }),
    send: ({ currentPassword, newPassword }: Passwords, key) => changePassword({ currentPassword, newPassword }, key),
    done: () => {
      form.reset(EMPTY);
      onChanged();
      notify({ kind: "success", message: { id: "password-changed" } });
    },
    // A password that was not saved is quickly typed again, and nobody is asked whether to leave one behind.
    guarded: false,
  });
  return form;
}
