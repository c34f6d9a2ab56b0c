import { Icon } from "../parts/icon.tsx";
import { t } from "../texts/text.tsx";

interface Props {
  /** Tells the pagers of two lists apart. */
  label?: string;
  /** The number of the page, as far as the person has walked. */
  page: number;
  next: string | null;
  previous: string | null;
  onGo(page: number, cursor: string): void;
}

/** Previous, Next, First: there are no numbered pages, since skipping to one would cost more the further it is. */
export function Pager({ label = t("pager"), page, next, previous, onGo }: Props) {
  if (next === null && previous === null && page === 1) return null;
  return (
    <nav class="pager" aria-label={label}>
      <button type="button" class="button" disabled={page === 1 && previous === null} onClick={() => onGo(1, "")}>
        <Icon name="first" />
        {t("pager-first")}
      </button>
      <button
        type="button"
        class="button"
        disabled={previous === null}
        onClick={() => previous !== null && onGo(Math.max(1, page - 1), previous)}
      >
        <Icon name="previous" />
        {t("pager-previous")}
      </button>
      <span class="pager-page">{t("pager-page", { page })}</span>
      <button type="button" class="button" disabled={next === null} onClick={() => next !== null && onGo(page + 1, next)}>
        {t("pager-next")}
        <Icon name="next" />
      </button>
    </nav>
  );
}
