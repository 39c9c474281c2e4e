/** Elements of a page: those that must be there, and those that may. */

export function get(inside: ParentNode, selector: string): HTMLElement {
  const found = inside.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}

export function getInput(inside: ParentNode, name: string): HTMLInputElement {
  const found = inside.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  if (found === null) throw new Error(`the form has no ${name}`);
  return found;
}

/** Says a sentence where readers of the screen hear it. */
export function say(note: HTMLElement, sentence: string, wrong = false): void {
  note.textContent = sentence;
  note.classList.toggle('wrong', wrong);
}

export type Box = readonly [number, number, number, number];

/** `west,south,east,north`, undefined where the place has none. */
export function boxOf(text: string | undefined): Box | undefined {
  const [west, south, east, north] = (text ?? '').split(',').map(Number);
  if (west === undefined || south === undefined || east === undefined || north === undefined) {
    return undefined;
  }
  return [west, south, east, north].every(Number.isFinite) ? [west, south, east, north] : undefined;
}
