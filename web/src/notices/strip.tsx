import { CopyButton } from "../parts/copy.tsx";
import { Icon } from "../parts/icon.tsx";
import { Text, t } from "../texts/text.tsx";
import { ProblemText } from "../texts/problem-text.tsx";
import { dismissNotice, notice, type Notice } from "./notices.ts";

/** The message strip: in the flow above the heading, so that it covers nothing; always there for screen readers. */
export function Strip() {
  const shown = notice.value;
  return (
    <div class="strip" role="status">
      {shown && <Shown {...shown} />}
    </div>
  );
}

function Shown({ kind, message, slots, action, details, problem }: Notice) {
  return (
    <div class={`notice notice-${kind}`}>
      <Icon name={kind} />
      <div class="notice-body">
        <p>
          <span class="hidden">{t(`notice-${kind}`)} </span>
          <Text {...message.args} {...slots?.()} id={message.id} />
        </p>
        {problem && (
          <p>
            <ProblemText problem={problem} />
          </p>
        )}
        {details?.()}
        {problem?.requestId && (
          <p class="minor">
            <Text id="request-id" value={problem.requestId} />
            <CopyButton value={problem.requestId} label={t("copy-request-id")} />
          </p>
        )}
      </div>
      {action && (
        <button type="button" class="button small" onClick={action.run}>
          {t(action.label)}
        </button>
      )}
      <button type="button" class="icon-button" aria-label={t("notice-close")} onClick={dismissNotice}>
        <Icon name="close" />
      </button>
    </div>
  );
}
