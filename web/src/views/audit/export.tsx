import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../../parts/icon.tsx";
import { ProblemText } from "../../texts/problem-text.tsx";
import { Text, t } from "../../texts/text.tsx";
import type { Exporting } from "./export/use-export.ts";

/** Begins the export, and has the focus again after it. */
export function ExportButton({ exporting: { count, run } }: { exporting: Exporting }) {
  const button = useRef<HTMLButtonElement>(null);
  const began = useRef(false);
  const idle = count === null;
  useLayoutEffect(() => {
    // The button that had the focus may have gone with the state of the export.
    if (idle && document.activeElement === document.body && began.current) button.current?.focus();
    began.current = !idle;
  }, [idle]);
  return (
    <button
      ref={button}
      type="button"
      class="button"
      aria-disabled={idle ? undefined : true}
      onClick={() => idle && run()}
    >
      <Icon name="download" />
      {t("export-csv")}
    </button>
  );
}

/** How far the export has come, or why it stopped and what to do about it. */
export function ExportState({ exporting: { count, problem, run, cancel } }: { exporting: Exporting }) {
  if (count === null) return null;
  const kind = problem ? "error" : "info";
  return (
    <div class={`notice notice-${kind}`} role={problem ? "alert" : "group"} aria-label={t("export-csv")}>
      <Icon name={kind} />
      <div class="notice-body">
        <p>
          <Text id={problem ? "export-failed" : "export-reading"} count={count} />
        </p>
        {problem && (
          <p>
            <ProblemText problem={problem} />
          </p>
        )}
      </div>
      {problem && (
        <button type="button" class="button small" onClick={run}>
          {t("retry")}
        </button>
      )}
      <button type="button" class="button small" onClick={cancel}>
        {t("export-cancel")}
      </button>
    </div>
  );
}
