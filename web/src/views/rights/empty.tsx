import { t } from "../../texts/text.tsx";

/** Nothing here yet, or nothing that matches. */
export function Empty({ narrowed, onClear }: { narrowed: boolean; onClear(): void }) {
  return (
    <div class="empty">
      <h2>{t(narrowed ? "no-match-title" : "empty-title")}</h2>
      <p>{t(narrowed ? "no-match-body" : "empty-body")}</p>
      {narrowed && (
        <button type="button" class="button" onClick={onClear}>
          {t("clear-filters")}
        </button>
      )}
    </div>
  );
}
