import type { Permission, Rule } from "../../api/types.ts";
import { t } from "../../texts/text.tsx";
import { PermissionList } from "./permission-list.tsx";
import { effectOf } from "./rules.ts";

/** Beside a form: what the rules come to that are chosen in it. */
export function Effect({ rules, all }: { rules: readonly Rule[]; all: readonly Permission[] }) {
  const { allowed, denied } = effectOf(rules, all);
  return (
    <section class="sheet side" aria-labelledby="effect-title">
      <h2 id="effect-title">{t("effect-title")}</h2>
      <h3>{t("effect-allows")}</h3>
      <PermissionList all={all} words={allowed} none={t("effect-allows-nothing")} />
      <h3>{t("effect-denies")}</h3>
      <PermissionList all={all} words={denied} none={t("effect-denies-nothing")} />
    </section>
  );
}
