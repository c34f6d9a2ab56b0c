const ACCENTS: Record<string, string> = Object.fromEntries(
  [..."aàeéiïoôuùcçnñyÿsšzžAÀEÉIÏOÔUÙCÇNÑYŸSŠZŽ"].reduce<[string, string][]>((pairs, letter, at, all) => {
    if (at % 2 === 0) pairs.push([letter, all[at + 1] ?? letter]);
    return pairs;
  }, []),
);

/** Accents every text and makes it a third longer, as a translation does: what stays plain is not from a catalogue. */
export function accented(text: string): string {
  const dressed = [...text].map((letter) => ACCENTS[letter] ?? letter).join("");
  const letters = text.replace(/[^\p{L}]/gu, "").length;
  return letters < 2 ? dressed : `${dressed}${"~".repeat(Math.ceil(letters / 3))}`;
}

/** Shows every text from right to left, letters in their order. */
export function mirrored(text: string): string {
  return text.replace(/\p{L}[\p{L}\p{N}]*/gu, (word) => `\u202e${word}\u202c`);
}
