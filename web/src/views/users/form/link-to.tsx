import type { VNode } from "preact";
import type { User } from "../../../api/types.ts";
import { addresses } from "../../../navigation/addresses.ts";
import { leaveFrom } from "../../../navigation/return-point.ts";
import { Link } from "../../../parts/link.tsx";
import { can } from "../../../session/session.ts";
import { fullName } from "../person.ts";

/** The argument `name` of a message that names a user: a link for those who may look. */
export function linkTo(user: User): () => { name: VNode } {
  const name = <bdi>{fullName(user)}</bdi>;
  return () => ({
    name: can("users.read") ? (
      <Link href={addresses.user(user.id)} onLeave={() => leaveFrom(user.id)}>
        {name}
      </Link>
    ) : (
      name
    ),
  });
}
