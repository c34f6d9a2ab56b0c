import type { Status } from "../../api/types.ts";
import { t } from "../../texts/text.tsx";

/** A status in words; the colour only repeats it. */
export function StatusBadge({ status }: { status: Status }) {
  return <span class={`status status-${status}`}>{t(`status-${status}`)}</span>;
}
