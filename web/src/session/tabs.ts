import type { Reason } from "../navigation/addresses.ts";

/** What the tabs of one browser tell each other: they share one session. */
export type News =
  | { what: "signed-in"; userId: string }
  | { what: "signed-out"; reason: Reason }
  | { what: "extended"; deadline: number };

const channel = new BroadcastChannel("backoffice-session");

export function tellTabs(news: News): void {
  channel.postMessage(news);
}

export function listenToTabs(listen: (news: News) => void): void {
  channel.addEventListener("message", (event: MessageEvent<News>) => listen(event.data));
}
