/** Screens and actions in the palette: what a person may do, found by its name or by the letters it begins with. */

export interface Command {
  /** Names it among what was used last: `screen:/matters`. */
  readonly ref: string;
  readonly label: string;
  /** Other words it is found by, apart by spaces: first letters, what it is called elsewhere. */
  readonly words: string;
  readonly run: () => void;
}

const MOST = 5;

/** Those that fit, the closest first: called so, beginning with what was typed, then having it in them. */
export function commandsFor(commands: readonly Command[], typed: string): readonly Command[] {
  const asked = typed.trim().toLowerCase();
  if (asked === '') return [];
  return commands
    .map((command) => ({ command, distance: distance(command, asked) }))
    .filter(({ distance: far }) => far < FAR)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ command }) => command);
}

const FAR = 3;

function distance({ label, words }: Command, asked: string): number {
  const name = label.toLowerCase();
  const others = words.toLowerCase().split(' ');
  if (name === asked) return 0;
  if ([name, ...others].some((one) => one.startsWith(asked))) return 1;
  return name.includes(asked) ? 2 : FAR;
}
