import { addresses } from "../../../navigation/addresses.ts";
import { expectReturn, lastAddress } from "../../../navigation/return-point.ts";
import { Link } from "../../../parts/link.tsx";
import { can } from "../../../session/session.ts";
import { t } from "../../../texts/text.tsx";

/** Back to the Users List as it was left. */
export function BackToList() {
  if (!can("users.read")) return null;
  return (
    <Link class="button" href={lastAddress(addresses.users)} onLeave={() => expectReturn(addresses.users)}>
      {t("back")}
    </Link>
  );
}
