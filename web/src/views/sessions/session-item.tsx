import type { Session } from "../../api/types.ts";
import { Moment } from "../../parts/moment.tsx";
import { t } from "../../texts/text.tsx";
import { DeviceWords, deviceWords } from "./device-words.tsx";

interface Props {
  session: Session;
  /** Whether the person may end it at all. */
  ends: boolean;
  blocked: string | null;
  busy: boolean;
  onEnd(): void;
}

/** One signed-in browser: which, from where, since when, and its end. */
export function SessionItem({ session, ends, blocked, busy, onEnd }: Props) {
  const { device, address, createdAt, seenAt, current } = session;
  const words = deviceWords(device);
  return (
    <li>
      <div class="session-words">
        <p>
          <strong>
            <DeviceWords device={device} />
          </strong>
          {current && <span class="you">{t("session-this")}</span>}
        </p>
        <dl>
          <div>
            <dt>{t("session-address")}</dt>
            <dd>{address ? <bdi dir="ltr">{address}</bdi> : t("session-address-unknown")}</dd>
          </div>
          <div>
            <dt>{t("session-since")}</dt>
            <dd>
              <Moment at={createdAt} />
            </dd>
          </div>
          <div>
            <dt>{t("session-seen")}</dt>
            <dd>
              <Moment at={seenAt} />
            </dd>
          </div>
        </dl>
        {current && <p class="minor">{t("session-this-hint")}</p>}
      </div>
      {ends && !current && (
        <button
          type="button"
          class="button small"
          aria-label={t("session-end-named", { device: words, address })}
          aria-busy={busy}
          aria-disabled={blocked ? true : undefined}
          aria-describedby={blocked ? "sessions-blocked" : undefined}
          onClick={() => !blocked && onEnd()}
        >
          {t("session-end")}
        </button>
      )}
    </li>
  );
}
