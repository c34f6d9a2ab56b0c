import { newKey } from "../api/action-key.ts";
import { Problem } from "../api/problem.ts";
import type { Language, User } from "../api/types.ts";
import { updateUser } from "../api/users.ts";
import { notify, notifyProblem } from "../notices/notices.ts";
import { Icon } from "../parts/icon.tsx";
import { Menu, MenuItem } from "../parts/menu.tsx";
import { can, me, signOut } from "../session/session.ts";
import { LANGUAGES } from "../texts/language.ts";
import { t } from "../texts/text.tsx";
import { showShortcuts } from "./shortcuts.tsx";
import { chooseTheme, theme, THEMES } from "./theme.ts";

/** The person's own menu: who they are, language, theme, shortcuts, the way out. */
export function PersonMenu() {
  const person = me.value;
  const name = `${person.firstName} ${person.lastName}`;
  const face = (
    <>
      <Icon name="person" />
      <bdi class="person-name">{name}</bdi>
      <Icon name="down" />
    </>
  );
  return (
    <Menu label={t("person-menu", { name })} face={face} class="person-button">
      <div class="menu-head" role="presentation">
        <bdi>{name}</bdi>
        <bdi class="minor">{person.email}</bdi>
      </div>
      <div role="group" aria-label={t("person-language")} class="menu-group">
        <span class="menu-label" aria-hidden="true">
          {t("person-language")}
        </span>
        {LANGUAGES.map((language) => (
          <MenuItem
            key={language}
            checked={language === person.language}
            disabled={language === person.language || can("users.update") ? null : t("person-language-not-own")}
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
    </Menu>
  );
}

/** Saves the language with the account. Nobody can have meant anything else, so a newer version is no conflict. */
async function chooseLanguage(person: User, language: Language): Promise<void> {
  if (language === person.language) return;
  try {
    try {
      await updateUser(person, { language }, newKey());
    } catch (thrown) {
      const current = thrown instanceof Problem && thrown.code === "stale_version" && (thrown.details.current as User);
      if (!current) throw thrown;
      await updateUser(current, { language }, newKey());
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
