import { signal, type Signal } from "@preact/signals";
import { read, write } from "../parts/browser-store.ts";
import { Icon } from "../parts/icon.tsx";
import { Disclosure } from "../parts/disclosure.tsx";
import { t } from "../texts/text.tsx";
import type { Column } from "./columns.ts";

const hidden = new Map<string, Signal<ReadonlySet<string>>>();

/** The columns the person wants to see of a list; the choice belongs to the browser. */
export function shownColumns<Item>(list: string, columns: readonly Column<Item>[]): Column<Item>[] {
  const away = hiddenOf(list).value;
  return columns.filter(({ id, optional }) => !optional || !away.has(id));
}

interface Props<Item> {
  list: string;
  columns: readonly Column<Item>[];
}

/** The button that hides and shows columns. */
export function ColumnChoice<Item>({ list, columns }: Props<Item>) {
  const away = hiddenOf(list);
  const toggle = (id: string, shown: boolean) => {
    const next = new Set(away.peek());
    if (shown) next.delete(id);
    else next.add(id);
    away.value = next;
    write(`columns.${list}`, [...next].join(","));
  };
  const face = (
    <>
      <Icon name="columns" />
      {t("columns")}
    </>
  );
  return (
    <Disclosure face={face} class="button column-choice">
      <fieldset class="panel-group">
        <legend>{t("columns-shown")}</legend>
        {columns
          .filter(({ optional }) => optional)
          .map(({ id, label }) => (
            <label class="check" key={id}>
              <input
                type="checkbox"
                checked={!away.value.has(id)}
                onChange={(event) => toggle(id, event.currentTarget.checked)}
              />
              {t(label)}
            </label>
          ))}
      </fieldset>
    </Disclosure>
  );
}

function hiddenOf(list: string): Signal<ReadonlySet<string>> {
  let away = hidden.get(list);
  if (!away) {
    const stored = read(`columns.${list}`, "").split(",").filter(Boolean);
    away = signal<ReadonlySet<string>>(new Set(stored));
    hidden.set(list, away);
  }
  return away;
}
