/** How close a thing comes to what was typed: the kinds are ordered by it, not by whose they are. */

/** 0 it is called so or has that number, 1 it begins so, 2 it has the words, 3 it fits in another way. */
export function closeness(
  words: string,
  { title, note }: { readonly title: string; readonly note: string },
): number {
  const asked = plain(words);
  const names = [title, ...note.split(' · ')].map(plain);
  if (names.includes(asked)) return 0;
  if (names.some((name) => name.startsWith(asked))) return 1;
  return names.some((name) => name.includes(asked)) ? 2 : 3;
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
