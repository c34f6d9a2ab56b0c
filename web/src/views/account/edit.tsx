import { useState } from "preact/hooks";
import { lazyView } from "../../app/lazy-view.tsx";
import { View } from "../../app/view.tsx";
import { me } from "../../session/session.ts";
import { t } from "../../texts/text.tsx";
import { fullName } from "../users/person.ts";
import { OwnFacts } from "./facts.tsx";
import { NamesForm } from "./names-form.tsx";
import { PasswordForm } from "./password-form.tsx";
import { ThemeChoice } from "./theme-choice.tsx";
import { useNames } from "./use-names.ts";
import { usePassword } from "./use-password.ts";

const Sessions = lazyView(() => import("../sessions/section.tsx"), ["sessions"]);

/** My account: what everybody can change of themself, whatever their groups allow. */
export default function Account() {
  const [passwords, setPasswords] = useState(0);
  const names = useNames();
  // A new password has ended the other sessions, so the list of them is another one.
  const password = usePassword(() => setPasswords((count) => count + 1));
  return (
    <View
      title={t("my-account")}
      refused={names.form.isRefused || names.theirs !== null || password.isRefused}
      beside={
        <p class="whom">
          <bdi>{fullName(me.value)}</bdi>
        </p>
      }
    >
      <div class="beside-form">
        <div class="form-part">
          <NamesForm names={names} />
          <PasswordForm form={password} />
          <Sessions user={me.value} turn={passwords} />
        </div>
        <div class="side">
          <OwnFacts />
          <ThemeChoice />
        </div>
      </div>
    </View>
  );
}
