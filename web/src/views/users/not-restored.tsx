import type { RestoredUser } from "../../api/types.ts";
import { formatList, formatNumber } from "../../texts/formats.ts";
import { Text } from "../../texts/text.tsx";

/** So many customers are named; of more, how many. */
const NAMED = 10;

/** What restoring a user could not bring back. */
export function NotRestored({ restored }: { restored: RestoredUser["restored"] }) {
  const { lostCustomers, lostGroups } = restored;
  if (lostCustomers.length === 0 && lostGroups.length === 0) return <></>;
  const named = lostCustomers.slice(0, NAMED).map(({ id }) => id);
  const more = lostCustomers.length - named.length;
  const customers = formatList(more > 0 ? [...named, `+${formatNumber(more)}`] : named);
  return (
    <ul>
      {lostCustomers.length > 0 && (
        <li>
          <Text id="restored-without-customers" count={lostCustomers.length} customers={customers} />
        </li>
      )}
      {lostGroups.length > 0 && (
        <li>
          <Text id="restored-without-groups" count={lostGroups.length} groups={formatList(lostGroups.map(({ name }) => name))} />
        </li>
      )}
    </ul>
  );
}
