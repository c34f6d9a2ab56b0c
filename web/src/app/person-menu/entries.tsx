import { updateAccount } from "../../api/account.ts";
import { newKey } from "../../api/action-key.ts";
import { Problem } from "../../api/problem.ts";
import type { Language, User } from "../../api/types.ts";
import { addresses } from "../../navigation/addresses.ts";
import { go } from "../../navigation/location.ts";
import { notify, notifyProblem } from "../../notices/notices.ts";
import { MenuItem } from "../../parts/menu.tsx";
import { me, signOut } from "../../session/session.ts";
import { LANGUAGES } from "../../texts/language.ts";
import { t } from "../../texts/text.tsx";
import { showShortcuts } from "../shortcuts.tsx";
import { chooseTheme, theme, THEMES } from "../theme.ts";

/** What the person's own menu holds: who they are, their account, language, theme, shortcuts, the way out. */
export default function Entries() {
  const person = me.value;
  return (
    <>
      <div class="menu-head" role="presentation">
        <bdi>{`${person.firstName} ${person.lastName}`}</bdi>
        <bdi class="minor">{person.email}</bdi>
      </div>
      <div role="group" aria-label={t("my-account")} class="menu-group">
        <MenuItem onSelect={() => void go(addresses.account)}>{t("my-account")}</MenuItem>
      </div>
      <div role="group" aria-label={t("person-language")} class="menu-group">
        <span class="menu-label" aria-hidden="true">
          {t("person-language")}
        </span>
        {LANGUAGES.map((language) => (
          <MenuItem
            key={language}
            checked={language === person.language}
            onSelect={() => void chooseLanguage(person, language)}
          >
            <span lang={language}>{t(`language-${language}`)}</span>
          </MenuItem>
        ))}
      </div>
      <div role="group" aria-label={t("person-theme")} class="menu-group">
        <span class="menu-label" aria-hidden="true">
          {t("person-theme")}
        </span>
        {THEMES.map((choice) => (
          <MenuItem key={choice} checked={choice === theme.value} onSelect={() => chooseTheme(choice)}>
            {t(`theme-${choice}`)}
          </MenuItem>
        ))}
      </div>
      <div role="group" aria-label={t("person-more")} class="menu-group">
        <MenuItem onSelect={showShortcuts}>{t("shortcuts-title")}</MenuItem>
        <MenuItem onSelect={() => void tryToSignOut()}>{t("sign-out")}</MenuItem>
      </div>
    </>
  );
}

/** Saves the language with the account. Nobody can have meant anything else, so a newer version is no conflict. */
async function chooseLanguage(person: User, language: Language): Promise<void> {
  if (language === person.language) return;
  try {
    try {
      await updateAccount(person, { language }, newKey());
    } catch (thrown) {
      const current = thrown instanceof Problem && thrown.code === "stale_version" && (thrown.details.current as User);
      if (!current) throw thrown;
      await updateAccount(current, { language }, newKey());
    }
    notify({ kind: "success", message: { id: "person-language-saved" } });
  } catch (thrown) {
    notifyProblem({ id: "person-language-failed" }, thrown);
  }
}

async function tryToSignOut(): Promise<void> {
  try {
    await signOut();
  } catch (thrown) {
    notifyProblem({ id: "sign-out-failed" }, thrown);
  }
}
