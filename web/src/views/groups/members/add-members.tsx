import { useRef, useState } from "preact/hooks";
import type { Group, Member, User } from "../../../api/types.ts";
import { listUsers } from "../../../api/users.ts";
import { SearchBox } from "../../../lists/search-box.tsx";
import { LoadError } from "../../../parts/load-error.tsx";
import { can } from "../../../session/session.ts";
import { Text, t } from "../../../texts/text.tsx";
import { MOST_GROUPS } from "../../users/form/values.ts";
import { fullName } from "../../users/person.ts";
import { holdsMore } from "../../users/rights/holding.ts";
import { useLoaded } from "../../rights/use-loaded.ts";

interface Props {
  group: Group;
  /** All there are; null until they are known. */
  groups: readonly Group[] | null;
  /** Whether the group gives what whoever asks does not hold. */
  givesMore: boolean;
  busy: boolean;
  onAdd(members: readonly Member[]): void;
}

/** Looks for people who are not in the group, and puts one or several into it. Who is picked stays so through more searches. */
export function AddMembers({ group, groups, givesMore, busy, onAdd }: Props) {
  const top = useRef<HTMLDivElement>(null);
  const [q, setQ] = useState("");
  const [picked, setPicked] = useState<ReadonlyMap<string, User>>(new Map());
  const found = useLoaded(
    `add ${group.id} ${q}`,
    q && can("users.read") ? (signal) => listUsers({ q, limit: 10, status: "active,deactivated" }, signal) : null,
  );
  if (!can("users.read")) return null;
  if (givesMore) return <p class="minor">{t("add-members-not-held")}</p>;
  const others = q ? (found.thing?.items ?? []).filter((user) => !user.groups.some(({ id }) => id === group.id)) : [];
  const pickedBefore = [...picked.values()].filter((user) => !others.some(({ id }) => id === user.id));
  const pick = (user: User, isPicked: boolean) => {
    const next = new Map(picked);
    if (isPicked) next.set(user.id, user);
    else next.delete(user.id);
    setPicked(next);
  };
  const add = (users: readonly User[]) => {
    if (busy) return;
    setQ("");
    setPicked(new Map([...picked].filter(([id]) => !users.some((user) => user.id === id))));
    onAdd(users.map(asMember));
    // The button that was pressed goes away.
    top.current?.querySelector("input")?.focus();
  };
  const isNobody = q !== "" && found.thing !== null && others.length === 0;
  return (
    <div class="add-member" ref={top}>
      <SearchBox
        id="add-member"
        label={t("add-member")}
        hint={t("users-search-hint")}
        value={q}
        onSearch={setQ}
        hasShortcut={false}
      />
      {found.problem && <LoadError problem={found.problem} retry={found.reload} />}
      {(isNobody || others.length + pickedBefore.length > 0) && (
        <ul class="found" aria-label={t("add-member-found")}>
          {isNobody && <li class="minor">{t("nobody-to-add")}</li>}
          {[...others, ...pickedBefore].map((user) => (
            <Found
              key={user.id}
              user={user}
              isPicked={picked.has(user.id)}
              lock={picked.has(user.id) ? null : lockOf(user, groups)}
              busy={busy}
              onPick={(isPicked) => pick(user, isPicked)}
              onAdd={() => add([user])}
            />
          ))}
        </ul>
      )}
      {picked.size > 0 && (
        <div class="buttons">
          <button type="button" class="button primary" aria-busy={busy} onClick={() => add([...picked.values()])}>
            <Text id="add-picked" count={picked.size} />
          </button>
        </div>
      )}
    </div>
  );
}

function asMember(user: User): Member {
  return { id: user.id, name: fullName(user), email: user.email, status: user.status, groupCount: user.groups.length };
}

/** Why a user cannot join another group now. */
function lockOf(user: User, groups: readonly Group[] | null): string | null {
  if (holdsMore(user, groups ?? [], can)) return t("problem-user-holds-more");
  return user.groups.length >= MOST_GROUPS ? t("problem-too-many-groups-of-user") : null;
}

interface FoundProps {
  user: User;
  isPicked: boolean;
  lock: string | null;
  busy: boolean;
  onPick(isPicked: boolean): void;
  onAdd(): void;
}

function Found({ user, isPicked, lock, busy, onPick, onAdd }: FoundProps) {
  const name = fullName(user);
  const why = `add-${user.id}-why`;
  const locked = lock ? { "aria-disabled": true, "aria-describedby": why } : {};
  return (
    <li>
      <label class="check">
        <input
          type="checkbox"
          aria-label={t("pick-named", { name })}
          checked={isPicked}
          {...locked}
          onClick={(event) => lock && event.preventDefault()}
          onChange={(event) => !lock && onPick(event.currentTarget.checked)}
        />
        <bdi>{name}</bdi>
      </label>
      <bdi class="minor">{user.email}</bdi>
      <button
        type="button"
        class="button small"
        aria-label={t("add-named", { name })}
        aria-busy={busy}
        {...locked}
        onClick={() => !lock && onAdd()}
      >
        {t("add")}
      </button>
      {lock && (
        <p class="hint" id={why}>
          {lock}
        </p>
      )}
    </li>
  );
}
