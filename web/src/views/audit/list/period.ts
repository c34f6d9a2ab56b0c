/** A stretch of time to look at; `custom` goes from one day to another. */
export const PERIODS = ["any", "today", "week", "month", "custom"] as const;
export type Period = (typeof PERIODS)[number];

interface Chosen {
  period: Period;
  /** Days as a date input gives them, empty for an open end; they count for `custom` only. */
  from: string;
  until: string;
}

/** How many days back each period begins, counted from today. */
const BEGINS: Partial<Record<Period, number>> = { today: 0, week: 6, month: 29 };

/**
 * The moments between which to ask, by the days of this machine's clock. People mean their last day to the end, and the
 * server takes the end for not included, so it is the start of the day after.
 */
export function momentsOf({ period, from, until }: Chosen, now: Date): { from?: string; to?: string } {
  if (period === "custom") {
    const [first, last] = [dayOf(from), dayOf(until)];
    return { ...(first ? { from: first.toISOString() } : {}), ...(last ? { to: daysLater(last, 1).toISOString() } : {}) };
  }
  const back = BEGINS[period];
  return back === undefined ? {} : { from: daysLater(startOf(now), -back).toISOString() };
}

/** The start of a day of the calendar, or null for what is none. */
export function dayOf(text: string): Date | null {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (!year || !month || !day) return null;
  const start = new Date(year, month - 1, day);
  return start.getMonth() === month - 1 ? start : null;
}

/** A day as a date input writes it. */
export function dayText(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

function startOf(moment: Date): Date {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate());
}

/** By the calendar, since a day may have 23 or 25 hours. */
function daysLater(day: Date, days: number): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days);
}
