import { useState } from "preact/hooks";
import type { Group, Member } from "../../../api/types.ts";
import { isMe } from "../../users/person.ts";
import { Text, t } from "../../../texts/text.tsx";
import { namesOf } from "./names.ts";

/** How far it is. */
export interface Progress {
  done: number;
  of: number;
}

interface Props {
  group: Group;
  /** All there are; null until they are known. */
  groups: readonly Group[] | null;
  /** Whether a group gives what whoever asks does not hold. */
  givesMore(group: Group): boolean;
  ticked: readonly Member[];
  progress: Progress | null;
  onMove(to: string): void;
  onMoveAll(to: string): void;
  onRemove(): void;
}

/** Moves members to another group or takes them out. What is not possible now says why, below the buttons. */
export function MoveTools({ group, groups, givesMore, ticked, progress, onMove, onMoveAll, onRemove }: Props) {
  const [to, setTo] = useState("");
  const others = (groups ?? []).filter(({ id }) => id !== group.id);
  const tooWide = others.filter(givesMore);
  const alone = ticked.filter(({ groupCount }) => groupCount < 2);
  const isEveryone = ticked.length >= group.memberCount;
  // Nothing is denied to administrators, so each of them holds what the group gives.
  const theyHoldMore = group.builtIn && givesMore(group);
  const stands = {
    "members-hold-more": theyHoldMore,
    "pick-first": !theyHoldMore && ticked.length === 0,
    "choose-group-first": !theyHoldMore && to === "",
    "only-group": alone.length > 0,
    "administrator-stays": !theyHoldMore && group.builtIn,
  };
  type Why = keyof typeof stands;
  const button = (label: string, whys: readonly Why[], run: () => void) => {
    const lacking = whys.filter((why) => stands[why]);
    return (
      <button
        type="button"
        class="button"
        aria-busy={progress !== null}
        aria-disabled={lacking.length > 0 ? true : undefined}
        aria-describedby={lacking.join(" ") || undefined}
        onClick={() => lacking.length === 0 && !progress && run()}
      >
        {label}
      </button>
    );
  };
  const last: Why[] = isEveryone ? ["administrator-stays"] : [];
  return (
    <div class="move-tools">
      <p role="status">
        {progress && <Text id="members-progress" done={progress.done} of={progress.of} />}
        {!progress && ticked.length > 0 && <Text id="picked" count={ticked.length} />}
      </p>
      <div class="tools">
        <Target others={others} tooWide={tooWide} value={to} onChange={setTo} />
        {button(t("move-picked"), ["members-hold-more", "pick-first", "choose-group-first", ...last], () => onMove(to))}
        {button(t("move-all"), ["members-hold-more", "choose-group-first", "administrator-stays"], () => onMoveAll(to))}
        {button(t("remove-picked"), ["members-hold-more", "pick-first", "only-group", ...last], onRemove)}
      </div>
      {(Object.keys(stands) as Why[])
        .filter((why) => stands[why])
        .map((why) => (
          <p key={why} id={why} class="minor">
            <Text id={why} {...namesOf(alone)} />
          </p>
        ))}
      {tooWide.length > 0 && (
        <p id="move-to-why" class="minor">
          <Text id="move-to-not-held" {...namesOf(tooWide)} />
        </p>
      )}
      {ticked.some(isMe) && <p class="minor">{t("picked-yourself")}</p>}
    </div>
  );
}

interface TargetProps {
  others: readonly Group[];
  tooWide: readonly Group[];
  value: string;
  onChange(value: string): void;
}

/** The group that members are moved to. */
function Target({ others, tooWide, value, onChange }: TargetProps) {
  return (
    <div class="filter">
      <label for="move-to">{t("move-to")}</label>
      <select
        id="move-to"
        value={value}
        class={value ? "narrowing" : undefined}
        aria-describedby={tooWide.length > 0 ? "move-to-why" : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{t("choose-group")}</option>
        {others.map((group) => (
          <option key={group.id} value={group.id} disabled={tooWide.includes(group)}>
            {group.name}
          </option>
        ))}
      </select>
    </div>
  );
}
