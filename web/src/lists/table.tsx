import type { JSX } from "preact";
import { t } from "../texts/text.tsx";
import type { Column, Sorting } from "./columns.ts";
import { SortHeading } from "./sort.tsx";

interface Props<Item extends { id: string }> {
  /** What the table lists, for screen readers. */
  caption: string;
  columns: readonly Column<Item>[];
  /** Null before the first answer: rows are drawn as bones. */
  items: readonly Item[] | null;
  busy: boolean;
  sorting?: Sorting;
  /** How many rows the bones stand for. */
  size: number;
}

/**
 * A list as a table; on a phone each row is a card. The roles are written out because a table displayed as blocks
 * loses them in some browsers.
 */
export function ListTable<Item extends { id: string }>(props: Props<Item>) {
  const { caption, columns, items, busy, sorting, size } = props;
  return (
    <table class="list" role="table" aria-busy={busy} aria-label={caption}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <SortHeading key={column.id} column={column} sorting={sorting} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {items
          ? items.map((item) => <Row key={item.id} item={item} columns={columns} />)
          : bones(size).map((bone) => <BoneRow key={bone} columns={columns} />)}
      </tbody>
    </table>
  );
}

function Row<Item extends { id: string }>({ item, columns }: { item: Item; columns: readonly Column<Item>[] }) {
  const naming = columns.find(({ names }) => names) ?? columns[0];
  return (
    <tr role="row" data-row={item.id}>
      {columns.map((column) =>
        column === naming ? (
          <th key={column.id} role="rowheader" scope="row">
            {column.draw(item)}
          </th>
        ) : (
          <td key={column.id} role="cell" {...cell(column)}>
            {column.draw(item)}
          </td>
        ),
      )}
    </tr>
  );
}

function BoneRow<Item>({ columns }: { columns: readonly Column<Item>[] }) {
  return (
    <tr role="row" class="bones" aria-hidden="true">
      {columns.map((column) => (
        <td key={column.id} role="cell" {...cell(column)}>
          <span class="bone" />
        </td>
      ))}
    </tr>
  );
}

function cell<Item>(column: Column<Item>): JSX.HTMLAttributes<HTMLTableCellElement> & object {
  const { label, numeric, actions, picks } = column;
  const name = [numeric && "numeric", actions && "actions", picks && "picks"].filter(Boolean).join(" ");
  return { class: name || undefined, "data-label": actions || picks ? undefined : t(label) } as object;
}

function bones(size: number): number[] {
  return Array.from({ length: size }, (_, at) => at);
}
