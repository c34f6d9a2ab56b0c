import { View } from "../app/view.tsx";
import { addresses } from "../navigation/addresses.ts";
import { Link } from "../parts/link.tsx";
import { me } from "../session/session.ts";
import { formatList } from "../texts/formats.ts";
import { Text, t } from "../texts/text.tsx";
import { fullName } from "./users/person.ts";

/** For people without rights to a view: that it is so, whom to ask, and their own account. */
export default function NothingHere() {
  const person = me.value;
  const entries: [string, string][] = [
    ["column-name", fullName(person)],
    ["field-email", person.email],
    ["field-groups", formatList(person.groups.map(({ name }) => name))],
  ];
  return (
    <View title={t("nothing-here-title")} class="narrow">
      <p>{t("nothing-here-body")}</p>
      <h2>{t("your-account")}</h2>
      <dl class="facts">
        {entries.map(([label, value]) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
        <div>
          <dt>{t("field-language")}</dt>
          <dd>
            <Text id={`language-${person.language}`} />
          </dd>
        </div>
      </dl>
      <p>
        <Link href={addresses.account}>{t("to-my-account")}</Link>
      </p>
    </View>
  );
}
