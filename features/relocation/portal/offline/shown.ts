/** Whether what people read in the file is what is sealed in it: figures, facts, the household, the key. */
import { amountShown, moneyText } from '../../rules/explain/write.ts';
import type { RawFacts } from '../../rules/scheme/document.ts';
import type { SignedDocument } from '../../rules/signed-document.ts';
import type { ChoiceStatement } from '../../rules/statement.ts';

export function showsWhatIsSealed({ household, facts, result }: SignedDocument): boolean {
  const statements = [...document.querySelectorAll('[data-statement]')];
  const header = plain(document.querySelector('header')?.textContent ?? '');
  return (
    header.includes(plain(household)) &&
    statements.length === result.length &&
    result.every((one, at) => same(textsIn(statements[at], FIGURES), figuresOf(one))) &&
    showsFacts(facts)
  );
}

const FIGURES = 'table:not(.narrow) td.money';

function figuresOf({ lines, total }: ChoiceStatement): readonly string[] {
  return [...lines.map(amountShown), ...(total === null ? [] : [moneyText(total)])];
}

/** Each fact stands with its value, its unit behind it; yes and no are in the words of the file. */
function showsFacts(facts: RawFacts): boolean {
  const shown = textsIn(document.querySelector('[data-facts]') ?? undefined, 'td:nth-child(2)');
  const sealed = Object.values(facts).flatMap((value) =>
    Array.isArray(value) ? value.flatMap((row) => Object.values(row)) : [value],
  );
  return (
    shown.length === sealed.length &&
    sealed.every((value, at) => typeof value === 'boolean' || begins(shown[at] ?? '', value ?? ''))
  );
}

/** What was left open shows its unit alone. */
function begins(text: string, value: string): boolean {
  const written = plain(value);
  return written === '' || text === written || text.startsWith(`${written} `);
}

/** As a browser shows it: blanks of any number are one. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function textsIn(place: Element | undefined, selector: string): readonly string[] {
  return [...(place?.querySelectorAll(selector) ?? [])].map((one) => plain(one.textContent));
}

function same(first: readonly string[], second: readonly string[]): boolean {
  return first.length === second.length && first.every((text, at) => text === second[at]);
}

/** The fingerprint that is shown is that of the key which verifies: nobody compares another one with the portal. */
export async function showsKey(publicKey: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', publicKey));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const shown = document.querySelector('[data-key]')?.textContent ?? '';
  return shown.replaceAll(' ', '') === hex;
}
