import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Page } from "../api/types.ts";
import { announce } from "../parts/announcer.tsx";
import { LoadError } from "../parts/load-error.tsx";
import { useSlow } from "../parts/loading.tsx";
import { Text, t } from "../texts/text.tsx";
import type { List } from "./use-list.ts";

/** How many there are, beside the heading: "60", "about 60", "25 shown". */
export function Total<Item>({ page }: { page: Page<Item> | null }) {
  if (!page) return null;
  const exact = page.total !== null && page.totalExact;
  const id = exact ? "total" : page.total !== null ? "total-about" : "total-shown";
  return (
    <span class="total">
      <Text id={id} count={page.total ?? page.items.length} />
    </span>
  );
}

interface StateProps<Item> {
  list: List<Item>;
  /** Whether a search or filter narrows the list: then nothing is no match, else there is nothing yet. */
  narrowed: boolean;
  onClear(): void;
  /** What to say when there is nothing yet, instead of the general words. */
  nothing?: { title: string; body: string };
  /** What to do when there is nothing yet. */
  create?: ComponentChildren;
}

/** What there is to say about a list besides its rows: failed, reading on, slow, empty, no match. */
export function ListState<Item>({ list, narrowed, onClear, nothing, create }: StateProps<Item>) {
  const { page, busy, reading, problem } = list;
  const slow = useSlow(busy && !reading);
  const found = page?.items.length ?? 0;
  const isEmpty = page !== null && found === 0 && !busy && !problem;
  useEffect(() => {
    if (busy || !page || problem) return;
    const id = page.total !== null && !page.totalExact ? "found-about" : "found";
    announce({ id, args: { count: page.total ?? found } });
  }, [busy]);
  return (
    <>
      {problem && <LoadError problem={problem} retry={list.reload} />}
      {reading && (
        <div class="notice notice-info" role="status">
          <p class="notice-body">
            <Text id="reading-on" count={found} />
          </p>
          <button type="button" class="button small" onClick={list.stop}>
            {t("reading-stop")}
          </button>
        </div>
      )}
      {slow && (
        <p class="notice notice-info" role="status">
          {t("loading-slow")}
        </p>
      )}
      {isEmpty && (
        <div class="empty">
          <p class="empty-title">{narrowed ? t("no-match-title") : (nothing?.title ?? t("empty-title"))}</p>
          <p>{narrowed ? t("no-match-body") : (nothing?.body ?? t("empty-body"))}</p>
          {narrowed ? (
            <button type="button" class="button" onClick={onClear}>
              {t("clear-filters")}
            </button>
          ) : (
            create
          )}
        </div>
      )}
    </>
  );
}
