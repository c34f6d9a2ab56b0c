import type { RestoredUser } from "../../api/types.ts";
import { formatList } from "../../texts/formats.ts";
import { Text } from "../../texts/text.tsx";
import { fullName } from "./person.ts";

/** What restoring a user could not bring back, by name. */
export function NotRestored({ restored }: { restored: RestoredUser["restored"] }) {
  const { lostCustomers, lostGroups } = restored;
  if (lostCustomers.length === 0 && lostGroups.length === 0) return <></>;
  return (
    <ul>
      {lostCustomers.map((customer) => (
        <li key={customer.id}>
          {customer.owner ? (
            <Text id="restored-without-customer" name={fullName(customer)} owner={customer.owner.name} />
          ) : (
            <Text id="restored-without-free-customer" name={fullName(customer)} />
          )}
        </li>
      ))}
      {lostGroups.length > 0 && (
        <li>
          <Text id="restored-without-groups" groups={formatList(lostGroups.map(({ name }) => name))} count={lostGroups.length} />
        </li>
      )}
    </ul>
  );
}
