import type { Problem } from "../api/problem.ts";
import { ProblemText } from "../texts/problem-text.tsx";
import { Text, t } from "../texts/text.tsx";
import { CopyButton } from "./copy.tsx";
import { Icon } from "./icon.tsx";

/** What could not be loaded, why, and how to try again. What was there stays around it. */
export function LoadError({ problem, retry }: { problem: Problem; retry(): void }) {
  return (
    <div class="notice notice-error" role="alert">
      <Icon name="error" />
      <div class="notice-body">
        <p>
          <strong>{t("load-failed")}</strong> <ProblemText problem={problem} />
        </p>
        {problem.requestId && (
          <p class="minor">
            <Text id="request-id" value={problem.requestId} />
            <CopyButton value={problem.requestId} label={t("copy-request-id")} />
          </p>
        )}
      </div>
      <button type="button" class="button small" onClick={retry}>
        {t("retry")}
      </button>
    </div>
  );
}
