import { formatList } from "../../../texts/formats.ts";

/** So many names are written out in a sentence; of the others it says how many they are. */
const WRITTEN_OUT = 5;

/** Names for a sentence, which may be many. */
export function namesOf(things: readonly { name: string }[]): { names: string; rest: number } {
  const names = things.map(({ name }) => name);
  return { names: formatList(names.slice(0, WRITTEN_OUT)), rest: Math.max(0, names.length - WRITTEN_OUT) };
}
