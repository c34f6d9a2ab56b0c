import { chooseTheme, theme, THEMES } from "../../app/theme.ts";
import { t } from "../../texts/text.tsx";

/** The theme, as in the person's menu. */
export function ThemeChoice() {
  return (
    <section class="sheet side" aria-labelledby="theme-title">
      <h2 id="theme-title">{t("person-theme")}</h2>
      <fieldset class="field" aria-labelledby="theme-title" aria-describedby="theme-hint">
        {THEMES.map((choice) => (
          <label key={choice} class="check">
            <input type="radio" name="theme" checked={choice === theme.value} onChange={() => chooseTheme(choice)} />
            {t(`theme-${choice}`)}
          </label>
        ))}
      </fieldset>
      <p class="hint" id="theme-hint">
        {t("theme-hint")}
      </p>
    </section>
  );
}
