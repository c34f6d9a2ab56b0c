import { useState } from "preact/hooks";
import { listGroups, listMembers } from "../../api/groups.ts";
import { asProblem } from "../../api/problem.ts";
import type { Group, Member } from "../../api/types.ts";
import { listUsers } from "../../api/users.ts";
import type { Column } from "../../lists/columns.ts";
import { FilterSelect } from "../../lists/filter-select.tsx";
import { Pager } from "../../lists/pager.tsx";
import { SearchBox } from "../../lists/search-box.tsx";
import { ListTable } from "../../lists/table.tsx";
import { useList } from "../../lists/use-list.ts";
import { addresses } from "../../navigation/addresses.ts";
import { notify, notifyProblem } from "../../notices/notices.ts";
import { Link } from "../../parts/link.tsx";
import { LoadError } from "../../parts/load-error.tsx";
import { can } from "../../session/session.ts";
import { Text, t } from "../../texts/text.tsx";
import { StatusBadge } from "../users/status-badge.tsx";
import { useLoaded } from "../rights/use-loaded.ts";
import { everyMember, move, type Move, type Stayed } from "./move-members.ts";

const PAGE_SIZE = 25;

interface Props {
  group: Group;
  /** The group counts others now. */
  onChanged(): void;
}

/** The members of a group: adding some, moving some or all to another group, taking some out. */
export function MembersPart({ group, onChanged }: Props) {
  const [place, setPlace] = useState({ page: 1, cursor: "" });
  const [ticked, setTicked] = useState<ReadonlyMap<string, Member>>(new Map());
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const list = useList({
    key: `members ${group.id} ${place.cursor}`,
    size: PAGE_SIZE,
    cursor: place.cursor || null,
    load: (from, limit, signal) => listMembers(group.id, { limit, ...(from ? { cursor: from } : {}) }, signal),
    onLostPlace: () => setPlace({ page: 1, cursor: "" }),
  });
  const changes = can("users.update");
  const carryOut = async (members: readonly Member[], where: Move, done: string) => {
    if (progress || members.length === 0) return;
    setProgress({ done: 0, of: members.length });
    const stayed = await move(members, where, (count) => setProgress({ done: count, of: members.length }));
    setProgress(null);
    setTicked(new Map());
    list.reload();
    onChanged();
    report(members.length - stayed.length, stayed, done);
  };
  const toggle = (member: Member, isTicked: boolean) => {
    const next = new Map(ticked);
    if (isTicked) next.set(member.id, member);
    else next.delete(member.id);
    setTicked(next);
  };
  const items = list.page?.items ?? null;
  return (
    <section class="sheet members" aria-labelledby="members-title">
      <h2 id="members-title">
        {t("members")} <span class="total">{group.memberCount}</span>
      </h2>
      {changes && <AddMember group={group} onAdd={(member) => void carryOut([member], { to: group.id, from: null }, "members-added")} />}
      {list.problem && <LoadError problem={list.problem} retry={list.reload} />}
      {items?.length === 0 && <p class="minor">{t("no-members")}</p>}
      {(items === null ? !list.problem : items.length > 0) && (
        <ListTable
          caption={t("members")}
          columns={changes ? [picks(ticked, toggle), ...COLUMNS] : COLUMNS}
          items={items}
          busy={list.busy}
          size={3}
        />
      )}
      {list.page && (
        <Pager
          label={t("members-pager")}
          page={place.page}
          next={list.page.next}
          previous={list.page.previous}
          onGo={(page, cursor) => setPlace({ page, cursor })}
        />
      )}
      {changes && items !== null && items.length > 0 && (
        <MoveTools
          group={group}
          ticked={[...ticked.values()]}
          progress={progress}
          onMove={(to) => void carryOut([...ticked.values()], { to, from: group.id }, "members-moved")}
          onMoveAll={async (to) => {
            try {
              await carryOut(await everyMember(group.id), { to, from: group.id }, "members-moved");
            } catch (thrown) {
              notifyProblem({ id: "members-failed" }, asProblem(thrown));
            }
          }}
          onRemove={() => void carryOut([...ticked.values()], { to: null, from: group.id }, "members-removed")}
        />
      )}
    </section>
  );
}

/** What became of everybody: how many went, and who stayed, with the reason. */
function report(done: number, stayed: readonly Stayed[], message: string): void {
  if (stayed.length === 0) return notify({ kind: "success", message: { id: message, args: { count: done } } });
  const [first] = stayed;
  notify({
    kind: "error",
    message: { id: "members-stayed", args: { count: stayed.length, done } },
    details: () => (
      <ul>
        {stayed.map(({ member }) => (
          <li key={member.id}>
            <bdi>{member.name}</bdi>
          </li>
        ))}
      </ul>
    ),
    ...(first ? { problem: first.problem } : {}),
  });
}

const COLUMNS: readonly Column<Member>[] = [
  {
    id: "name",
    label: "column-name",
    names: true,
    draw: (member) =>
      can("users.read") ? (
        <Link href={addresses.user(member.id)}>
          <bdi>{member.name}</bdi>
        </Link>
      ) : (
        <bdi>{member.name}</bdi>
      ),
  },
  { id: "email", label: "column-email", draw: (member) => <bdi>{member.email}</bdi> },
  { id: "status", label: "column-status", draw: (member) => <StatusBadge status={member.status} /> },
];

function picks(ticked: ReadonlyMap<string, Member>, toggle: (member: Member, isTicked: boolean) => void): Column<Member> {
  return {
    id: "pick",
    label: "column-pick",
    picks: true,
    draw: (member) => (
      <input
        type="checkbox"
        aria-label={t("pick-named", { name: member.name })}
        checked={ticked.has(member.id)}
        onChange={(event) => toggle(member, event.currentTarget.checked)}
      />
    ),
  };
}

interface ToolsProps {
  group: Group;
  ticked: readonly Member[];
  progress: { done: number; of: number } | null;
  onMove(to: string): void;
  onMoveAll(to: string): void;
  onRemove(): void;
}

function MoveTools({ group, ticked, progress, onMove, onMoveAll, onRemove }: ToolsProps) {
  const { thing: groups } = useLoaded("groups", listGroups);
  const [to, setTo] = useState("");
  const others = (groups ?? []).filter(({ id }) => id !== group.id);
  const nobody = ticked.length === 0 && "pick-first";
  const nowhere = to === "" && "choose-group-first";
  const lacking = [nobody, nowhere].filter((why) => why !== false);
  const button = (label: string, why: string | false, run: () => void) => (
    <button
      type="button"
      class="button"
      aria-busy={progress !== null}
      aria-disabled={why ? true : undefined}
      aria-describedby={why || undefined}
      onClick={() => !why && !progress && run()}
    >
      {label}
    </button>
  );
  return (
    <div class="move-tools">
      <p role="status">
        {progress ? <Text id="members-progress" done={progress.done} of={progress.of} /> : ticked.length > 0 && <Text id="picked" count={ticked.length} />}
      </p>
      <div class="tools">
        <FilterSelect
          id="move-to"
          label={t("move-to")}
          value={to}
          options={[{ value: "", label: t("choose-group") }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={setTo}
        />
        {button(t("move-picked"), nobody || nowhere, () => onMove(to))}
        {button(t("move-all"), nowhere, () => onMoveAll(to))}
        {button(t("remove-picked"), nobody, onRemove)}
      </div>
      {lacking.map((why) => (
        <p key={why} id={why} class="minor">
          {t(why)}
        </p>
      ))}
    </div>
  );
}

/** Looks for somebody who is not in the group, and puts them into it. */
function AddMember({ group, onAdd }: { group: Group; onAdd(member: Member): void }) {
  const [q, setQ] = useState("");
  const found = useLoaded(
    `add ${group.id} ${q}`,
    q && can("users.read") ? (signal) => listUsers({ q, limit: 10, status: "active,deactivated" }, signal) : null,
  );
  if (!can("users.read")) return null;
  const others = q ? (found.thing?.items ?? []).filter((user) => !user.groups.some(({ id }) => id === group.id)) : [];
  return (
    <div class="add-member">
      <SearchBox
        id="add-member"
        label={t("add-member")}
        hint={t("users-search-hint")}
        value={q}
        onSearch={setQ}
        hasShortcut={false}
      />
      {found.problem && <LoadError problem={found.problem} retry={found.reload} />}
      {q && found.thing && (
        <ul class="found" aria-label={t("add-member-found")}>
          {others.map((user) => {
            const name = `${user.firstName} ${user.lastName}`;
            const member = { id: user.id, name, email: user.email, status: user.status, groupCount: user.groups.length };
            return (
              <li key={user.id}>
                <span>
                  <bdi>{name}</bdi> <span class="minor">{user.email}</span>
                </span>
                <button
                  type="button"
                  class="button small"
                  aria-label={t("add-named", { name })}
                  onClick={() => {
                    setQ("");
                    onAdd(member);
                  }}
                >
                  {t("add")}
                </button>
              </li>
            );
          })}
          {others.length === 0 && <li class="minor">{t("nobody-to-add")}</li>}
        </ul>
      )}
    </div>
  );
}
