import { lazyView } from "../../app/lazy-view.tsx";
import { can } from "../../session/session.ts";

export interface HistoryProps {
  kind: "user" | "customer" | "group" | "role";
  id: string;
  /** The version that is shown; a newer one has more history. */
  version: number;
}

/** Comes after the view it stands on, which need not wait for it. */
const Timeline = lazyView<HistoryProps>(
  () => import("./timeline.tsx"),
  ["users", "user-form", "customers", "rights", "sessions", "history"],
  null,
);

/** What has happened to something, below what is known of it; for those who may read the audit. */
export function History(props: HistoryProps) {
  return can("audit.read") ? <Timeline {...props} /> : null;
}
