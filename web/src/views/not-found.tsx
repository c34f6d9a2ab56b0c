import { View } from "../app/view.tsx";
import { addresses } from "../navigation/addresses.ts";
import { Link } from "../parts/link.tsx";
import { can } from "../session/session.ts";
import { t } from "../texts/text.tsx";

/** An address that leads nowhere. */
export default function NotFound() {
  return (
    <View title={t("not-found-title")} class="narrow">
      <p>{t("not-found-body")}</p>
      {can("users.read") && (
        <p>
          <Link href={addresses.users}>{t("to-users-list")}</Link>
        </p>
      )}
    </View>
  );
}
