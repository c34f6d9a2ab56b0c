import { useEffect, useRef, useState } from "preact/hooks";
import { listGroups, listMembers } from "../../api/groups.ts";
import type { Group, Member, Role } from "../../api/types.ts";
import type { Column } from "../../lists/columns.ts";
import { Pager } from "../../lists/pager.tsx";
import { ListTable } from "../../lists/table.tsx";
import { useList } from "../../lists/use-list.ts";
import { addresses } from "../../navigation/addresses.ts";
import { notifyProblem } from "../../notices/notices.ts";
import { Link } from "../../parts/link.tsx";
import { LoadError } from "../../parts/load-error.tsx";
import { can, staySignedIn } from "../../session/session.ts";
import { formatNumber } from "../../texts/formats.ts";
import { t } from "../../texts/text.tsx";
import { givesMore, type Holder } from "../rights/holding.ts";
import { useLoaded } from "../rights/use-loaded.ts";
import { isMe } from "../users/person.ts";
import { StatusBadge } from "../users/status-badge.tsx";
import { AddMembers } from "./members/add-members.tsx";
import { MoveTools, type Progress } from "./members/move-tools.tsx";
import { ADDED, MOVED, REMOVED, report, type Messages } from "./members/report.tsx";
import { everyMember, move, type Move } from "./members/move.ts";

const PAGE_SIZE = 25;
const FIRST = { page: 1, cursor: "" };

interface Props {
  group: Group;
  /** Null for those who may not read roles. */
  roles: readonly Role[] | null;
  /** Whoever asks. */
  holder: Holder;
  /** The group counts others now. */
  onChanged(): void;
}

/** The members of a group: adding some, moving some or all to another group, taking some out. */
export function MembersPart({ group, roles, holder, onChanged }: Props) {
  const [place, setPlace] = useState(FIRST);
  const [ticked, setTicked] = useState<ReadonlyMap<string, Member>>(new Map());
  const [progress, setProgress] = useState<Progress | null>(null);
  const moving = useRef(false);
  const changes = can("users.update");
  const { thing: groups } = useLoaded("groups", changes ? listGroups : null);
  const list = useList({
    key: `members ${group.id} ${place.cursor}`,
    size: PAGE_SIZE,
    cursor: place.cursor || null,
    load: (from, limit, signal) => listMembers(group.id, { limit, ...(from ? { cursor: from } : {}) }, signal),
    onLostPlace: () => setPlace(FIRST),
  });
  const items = list.page?.items ?? null;
  const isPastEnd = items?.length === 0 && place.page > 1 && !list.busy;
  useEffect(() => {
    // Everybody on the last page has gone.
    if (isPastEnd) setPlace(FIRST);
  }, [isPastEnd]);
  const carryOut = async (whom: () => Promise<readonly Member[]>, of: number, where: Move, messages: Messages) => {
    if (moving.current) return;
    moving.current = true;
    setProgress({ done: 0, of });
    try {
      const members = await whom();
      const isOwn = members.some(isMe);
      const stayed = await move(members, where, (done) => setProgress({ done, of: members.length }));
      if (where.from) setTicked(new Map());
      report(members.length - stayed.length, stayed, messages);
      // One's own permissions may be others now.
      if (isOwn) staySignedIn().catch(() => {});
    } catch (thrown) {
      notifyProblem({ id: "members-failed" }, thrown);
    }
    moving.current = false;
    setProgress(null);
    list.reload();
    onChanged();
  };
  const some = (members: readonly Member[], where: Move, messages: Messages) =>
    void carryOut(async () => members, members.length, where, messages);
  const toggle = (member: Member, isTicked: boolean) => {
    const next = new Map(ticked);
    if (isTicked) next.set(member.id, member);
    else next.delete(member.id);
    setTicked(next);
  };
  const title = useRef<HTMLHeadingElement>(null);
  const isNobodyLeft = items?.length === 0;
  useEffect(() => {
    // The tools went away with the last member, and the button that was pressed with them.
    if (isNobodyLeft && document.activeElement === document.body) title.current?.focus();
  }, [isNobodyLeft]);
  const isTooWide = (other: Group) => givesMore(holder, other, roles);
  return (
    <section class="sheet members" aria-labelledby="members-title">
      <h2 id="members-title" ref={title} tabIndex={-1}>
        {t("members")} <span class="total">{formatNumber(group.memberCount)}</span>
      </h2>
      {changes && (
        <AddMembers
          group={group}
          groups={groups}
          givesMore={isTooWide(group)}
          busy={progress !== null}
          onAdd={(members) => some(members, { to: group.id, from: null }, ADDED)}
        />
      )}
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
          groups={groups}
          givesMore={isTooWide}
          ticked={[...ticked.values()]}
          progress={progress}
          onMove={(to) => some([...ticked.values()], { to, from: group.id }, MOVED)}
          onMoveAll={(to) => void carryOut(() => everyMember(group.id), group.memberCount, { to, from: group.id }, MOVED)}
          onRemove={() => some([...ticked.values()], { to: null, from: group.id }, REMOVED)}
        />
      )}
    </section>
  );
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
