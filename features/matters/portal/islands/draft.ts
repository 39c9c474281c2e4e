/** What is typed and not yet sent, kept on this device only. */

const DAYS = 7;
const DAY = 86_400_000;

interface Draft {
  /** Milliseconds since 1970 at which it was last touched. */
  readonly at: number;
  readonly values: Readonly<Record<string, string>>;
}

/** Under which one place's draft is kept; leaving by sending clears it. */
export function draftName(action: string): string {
  return `draft ${new URL(action, location.href).pathname}`;
}

/** Fields of the form worth keeping, the command's id among them: sent again, it counts once. */
export function readForm(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && !name.startsWith('keep')) values[name] = value;
  }
  return values;
}

export function fillForm(form: HTMLFormElement, values: Readonly<Record<string, string>>): void {
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && element.type === 'checkbox') {
      if (!element.name.startsWith('keep')) element.checked = values[element.name] === 'yes';
    } else if (isTextual(element)) {
      const value = values[element.name];
      if (value !== undefined) element.value = value;
    }
  }
}

function isTextual(
  element: Element,
): element is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  if (element instanceof HTMLInputElement) return element.type !== 'file';
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

/** A device may refuse to keep anything; then there is no draft, and no harm. */
export function keepDraft(name: string, values: Readonly<Record<string, string>>): void {
  try {
    localStorage.setItem(name, JSON.stringify({ at: Date.now(), values } satisfies Draft));
  } catch {
    dropDraft(name);
  }
}

export function dropDraft(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    return;
  }
}

export function findDraft(name: string): Readonly<Record<string, string>> | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
    if (!isDraft(kept) || Date.now() - kept.at > DAYS * DAY) return undefined;
    return kept.values;
  } catch {
    return undefined;
  }
}

function isDraft(kept: unknown): kept is Draft {
  if (typeof kept !== 'object' || kept === null) return false;
  if (!('at' in kept) || !('values' in kept) || typeof kept.at !== 'number') return false;
  const { values } = kept;
  return (
    typeof values === 'object' &&
    values !== null &&
    Object.values(values).every((value) => typeof value === 'string')
  );
}
