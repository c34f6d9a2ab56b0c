import { Copyable } from "../../parts/copy.tsx";
import { Fact } from "../../parts/fact.tsx";
import { me } from "../../session/session.ts";
import { formatList } from "../../texts/formats.ts";
import { t } from "../../texts/text.tsx";
import { fullName } from "../users/person.ts";

/** What others decide about oneself. */
export function OwnFacts() {
  const { email, groups, ...names } = me.value;
  return (
    <section class="sheet side" aria-labelledby="own-facts-title">
      <h2 id="own-facts-title">{t("account-facts")}</h2>
      <dl class="facts">
        <Fact label={t("field-email")}>
          <Copyable value={email} label={t("copy-email", { name: fullName(names) })} />
        </Fact>
        <Fact label={t("field-groups")}>
          <bdi>{formatList(groups.map(({ name }) => name))}</bdi>
        </Fact>
      </dl>
      <p class="hint">{t("account-facts-hint")}</p>
    </section>
  );
}
