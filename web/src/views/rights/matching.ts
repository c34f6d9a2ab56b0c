/** The things whose name or description holds every word typed, whatever the case. */
export function matching<Thing extends { name: string; description: string }>(things: readonly Thing[], q: string): Thing[] {
  const words = q.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return things.filter(({ name, description }) => {
    const text = `${name} ${description}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}
