import { useRef, useState } from "preact/hooks";
import type { Customer } from "../../../api/types.ts";
import { Pager } from "../../../lists/pager.tsx";
import { ListTable } from "../../../lists/table.tsx";
import { t } from "../../../texts/text.tsx";
import type { Assignment } from "./assignment.ts";
import { customerColumns } from "./columns.tsx";

/** More rows than in the lists: here one reads through what was gathered, instead of looking for something. */
const SIZE = 25;

interface Props {
  caption: string;
  /** What has been ticked, or unticked. */
  ticked: ReadonlyMap<string, Customer>;
  assignment: Assignment;
  nothing: string;
}

/** What was chosen so far, to look through before saving. */
export function Review({ caption, ticked, assignment, nothing }: Props) {
  const [page, setPage] = useState(1);
  // What is taken back here stays in its place, so that it can be chosen again and nothing moves under the pointer.
  const seen = useRef(new Map<string, Customer>());
  for (const [id, customer] of ticked) seen.current.set(id, customer);
  const all = [...seen.current.values()];
  if (all.length === 0) {
    return (
      <div class="empty">
        <p class="empty-title">{nothing}</p>
      </div>
    );
  }
  return (
    <>
      <ListTable
        caption={caption}
        columns={customerColumns(assignment, [])}
        items={all.slice((page - 1) * SIZE, page * SIZE)}
        busy={false}
        size={SIZE}
      />
      <Pager
        label={t("pager-of", { list: caption })}
        page={page}
        next={page * SIZE < all.length ? "next" : null}
        previous={page > 1 ? "previous" : null}
        onGo={setPage}
      />
    </>
  );
}
