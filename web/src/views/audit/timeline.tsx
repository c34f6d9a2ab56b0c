import { useLayoutEffect, useRef } from "preact/hooks";
import type { AuditEvent } from "../../api/types.ts";
import { addresses } from "../../navigation/addresses.ts";
import { announce } from "../../parts/announcer.tsx";
import { Link } from "../../parts/link.tsx";
import { LoadError } from "../../parts/load-error.tsx";
import { Loading } from "../../parts/loading.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Text, t } from "../../texts/text.tsx";
import { Changes } from "./changes.tsx";
import type { HistoryProps } from "./history.tsx";
import { WhoDidWhat } from "./sentence.tsx";
import { useHistory } from "./timeline/use-history.ts";

/** What has happened to something, newest first. */
export default function Timeline({ kind, id, version }: HistoryProps) {
  const { events, hasOlder, busy, problem, older, begin } = useHistory(`${kind}:${id}`, version);
  const list = useRef<HTMLOListElement>(null);
  const firstNew = useRef<number | null>(null);
  const showOlder = async () => {
    firstNew.current = events?.length ?? 0;
    const count = await older();
    if (count !== null) announce({ id: "history-older-shown", args: { count } });
  };
  useLayoutEffect(() => {
    // The focus stays on the button; when that is gone, since nothing is older, it goes to the first new event.
    const at = firstNew.current;
    firstNew.current = null;
    if (at !== null && document.activeElement === document.body) list.current?.querySelectorAll("li")[at]?.focus();
  }, [events]);
  return (
    <section class="section history" aria-labelledby="history-title">
      <div class="view-header">
        <h2 id="history-title">{t("history-title")}</h2>
        <Link href={addresses.auditOf(kind, id)}>{t("history-open")}</Link>
      </div>
      {problem && <LoadError problem={problem} retry={() => void (events ? older() : begin())} />}
      {!events && !problem && <Loading />}
      {events?.length === 0 && <p class="minor">{t("history-empty")}</p>}
      {events && events.length > 0 && (
        <ol class="timeline" ref={list} aria-busy={busy}>
          {events.map((event) => (
            <Entry key={event.id} event={event} />
          ))}
        </ol>
      )}
      {hasOlder && (
        <div class="buttons">
          <button type="button" class="button" aria-busy={busy} onClick={() => void showOlder()}>
            {t("history-older")}
          </button>
        </div>
      )}
    </section>
  );
}

function Entry({ event }: { event: AuditEvent }) {
  const when = <Moment at={event.at} />;
  return (
    <li tabIndex={-1}>
      <p>
        <WhoDidWhat event={event} />
      </p>
      <p class="minor">
        {event.address === "" ? when : <Text id="history-where" when={when} address={event.address} />}
      </p>
      <Changes event={event} />
    </li>
  );
}
