import type { AuditEvent } from "../../../api/types.ts";
import { Copyable } from "../../../parts/copy.tsx";
import { Disclosure } from "../../../parts/disclosure.tsx";
import { Fact } from "../../../parts/fact.tsx";
import { Icon } from "../../../parts/icon.tsx";
import { formatMoment } from "../../../texts/formats.ts";
import { t } from "../../../texts/text.tsx";

/** Where it was asked from; operators have no address. */
export function Address({ event: { address } }: { event: AuditEvent }) {
  return address === "" ? null : <bdi dir="ltr">{address}</bdi>;
}

/** What few need and those badly: the exact time, and the ids by which logs are searched. */
export function Details({ event }: { event: AuditEvent }) {
  const face = (
    <>
      <Icon name="more" />
      <span class="hidden">{t("event-details")}</span>
    </>
  );
  return (
    <Disclosure face={face} class="icon-button">
      <dl class="facts">
        <Fact label={t("event-time")}>
          <time dateTime={event.at}>{formatMoment(new Date(event.at))}</time>
        </Fact>
        <Fact label={t("event-action")}>
          <code>{event.action}</code>
        </Fact>
        <Fact label={t("event-id")}>
          <Copyable value={event.id} label={t("copy-event-id")} />
        </Fact>
        <Fact label={t("event-request")}>
          <Copyable value={event.requestId} label={t("copy-request-id")} />
        </Fact>
      </dl>
    </Disclosure>
  );
}
