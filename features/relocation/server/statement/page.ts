/**
 * One household's statement as a page that needs nothing else: it reads and
 * prints without scripts, and with them recalculates itself and verifies its
 * signature, without a network.
 */
import { amountInWords } from '../../rules/amounts/in-words.ts';
import { canonicalText } from '../../rules/canonical.ts';
import { labelOf } from '../../rules/explain/explain.ts';
import { explainedLines, notDueLines } from '../../rules/explain/lines.ts';
import { faultSentence, type Voice } from '../../rules/explain/say.ts';
import { amountShown, grouped, moneyText } from '../../rules/explain/write.ts';
import type { Measure } from '../../rules/run/measure.ts';
import type { Plan } from '../../rules/scheme/compile.ts';
import type { RawFacts, Scheme } from '../../rules/scheme/document.ts';
import { type Sealed, type SignedDocument, textToSign } from '../../rules/signed-document.ts';
import type { ChoiceStatement, Line, Worked } from '../../rules/statement.ts';
import { sha256 } from '../digest.ts';
import { html, jsonIn, Markup, NOTHING } from './markup.ts';
import type { Signer } from './signer.ts';
import style from './style.json' with { type: 'json' };

/** A scheme to calculate with, and what names it. */
export interface ReadyScheme {
  readonly plan: Plan;
  readonly scheme: Scheme;
  /** SHA-256 of the document's canonical text. */
  readonly digest: string;
}

export interface PageContent {
  readonly key: string;
  readonly raw: RawFacts;
  readonly worked: readonly Worked[];
  readonly asOf: string | undefined;
  readonly scheme: ReadyScheme;
  readonly script: string;
  readonly signer: Signer | undefined;
  readonly voice: Voice;
  /** Told above the figures: whose facts they rest on, where nobody has verified them. */
  readonly notice?: string;
}

export function statementPage(content: PageContent): string {
  const { voice, key, scheme, worked } = content;
  const { say } = voice;
  const sealed = sealedOf(content);
  const title = say('statement.title');
  const page = html`<!doctype html>
<html lang="${voice.locale === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${title} ${key}</title>
<style>${new Markup(style.rules.join('\n'))}</style>
</head>
<body>
<header><h1>${title}</h1>${content.notice === undefined ? NOTHING : html`<p class="notice">${content.notice}</p>`}${heading(content)}</header>
<main>
${worked.map((one) => choiceSection(one, scheme.plan, voice))}
${factsSection(content)}
${verification(content, sealed)}
<p class="appeal">${say('statement.appeal')}</p>
</main>
<script type="application/json" id="sealed">${jsonIn(sealed)}</script>
<script>${new Markup(content.script.replaceAll('</script', '<\\/script'))}</script>
</body>
</html>`;
  return page.text;
}

function sealedOf({ key, raw, worked, asOf, scheme, signer }: PageContent): Sealed {
  const document: SignedDocument = {
    household: key,
    scheme: scheme.scheme,
    asOf: asOf ?? null,
    facts: raw,
    result: worked.map(({ statement }) => statement),
  };
  const signature =
    signer === undefined
      ? null
      : { publicKey: signer.publicKey, value: signer.sign(textToSign(document)) };
  return { document, signature };
}

function heading({ key, scheme: { scheme }, voice }: PageContent): Markup {
  const { say } = voice;
  const title = voice.locale === 'en' ? (scheme.title.en ?? scheme.title.zh) : scheme.title.zh;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [say('statement.household'), key],
    [say('statement.scheme'), title],
    [say('statement.version'), scheme.version],
    [say('statement.document'), scheme.document],
    [say('statement.authority'), scheme.authority],
  ];
  const told = rows.flatMap(([name, value]) =>
    value === undefined ? [] : [html`<dt>${name}</dt><dd>${value}</dd>`],
  );
  return html`<dl>${told}</dl>`;
}

function choiceSection(worked: Worked, plan: Plan, voice: Voice): Markup {
  const { say } = voice;
  const { statement } = worked;
  const name =
    statement.choice === undefined
      ? say('statement.item')
      : `${say('statement.choice')}: ${choiceLabel(plan, statement.choice, voice)}`;
  const lines = explainedLines(plan, worked, voice);
  const heads = ['item', 'quantity', 'rate', 'factor', 'amount', 'cite'].map(
    (one) => html`<th scope="col">${say(`statement.${one}`)}</th>`,
  );
  return html`<section data-statement><h2>${name}</h2>${offered(statement, voice)}
<table><thead><tr>${heads}</tr></thead><tbody>
${lines.map(({ line, text, basis }) => lineRows(line, [text, ...basis], plan, voice))}
</tbody><tfoot>${totalRow(statement, plan, voice)}</tfoot></table>
${cashTable(statement, plan, voice)}
${notDue(worked, plan, voice)}</section>`;
}

function choiceLabel(plan: Plan, choice: string, voice: Voice): string {
  const values = plan.scheme.choices?.values ?? [];
  return voice.locale === 'en'
    ? (values.find(({ name }) => name === choice)?.en ?? choice)
    : choice;
}

function offered(statement: ChoiceStatement, { say }: Voice): Markup {
  if (statement.offered === true) return NOTHING;
  const key = statement.offered === false ? 'not_offered' : 'maybe_offered';
  return html`<p class="warns">${say(`statement.${key}`)}</p>`;
}

function lineRows(line: Line, sentences: readonly string[], plan: Plan, voice: Voice): Markup {
  const { say } = voice;
  const row = line.row === undefined ? '' : ` ${say('statement.row', { row: line.row })}`;
  const kind =
    line.kind === 'deduction' || line.kind === 'limit' ? `（${say(`kind.${line.kind}`)}）` : '';
  const factors = (line.factors ?? [])
    .map((factor) => `${factor.below === true ? '÷ ' : '× '}${measure(factor, plan, voice)}`)
    .join(' ');
  const told = sentences.map((sentence) => html`<p>${sentence}</p>`);
  return html`<tr><th scope="row">${labelOf(line.item, { plan, voice })}${row}${kind}</th>
<td>${measure(line.quantity, plan, voice)}</td><td>${measure(line.rate, plan, voice)}</td><td>${factors}</td>
<td class="money">${amountShown(line)}</td><td>${line.cite ?? ''}</td></tr>
<tr class="how"><td colspan="6">${told}</td></tr>`;
}

function measure(of: Measure | undefined, plan: Plan, voice: Voice): string {
  if (of === undefined) return '';
  const unit = voice.locale === 'en' ? englishUnit(of.unit, plan) : of.unit;
  const text = `${grouped(of.value)} ${unit}`.trim();
  return of.cut === true ? voice.say('explain.cut', { value: text }) : text;
}

function englishUnit(unit: string, plan: Plan): string {
  const { english } = plan.names.lexicon;
  return unit
    .split(/([/·])/)
    .map((part) => english.get(part) ?? part)
    .join('');
}

function totalRow(statement: ChoiceStatement, plan: Plan, voice: Voice): Markup {
  const { say } = voice;
  if (statement.total !== null)
    return html`<tr><th scope="row" colspan="4">${say('statement.total')}</th><td class="money">${moneyText(statement.total)}</td><td></td></tr>
<tr><th scope="row">${say('statement.in_words')}</th><td colspan="5">${amountInWords(statement.total)}</td></tr>`;
  const [fault] = statement.faults;
  const missing = statement.missing
    .map((name) => labelOf(name, { plan, voice }))
    .join(say('explain.listed'));
  const why =
    missing === '' && fault !== undefined
      ? say('statement.incomplete_fault', { fault: faultSentence(fault, say) })
      : say('statement.incomplete', { missing });
  return html`<tr><td colspan="6" class="warns">${why}</td></tr>`;
}

function cashTable({ cash }: ChoiceStatement, plan: Plan, voice: Voice): Markup {
  const { say } = voice;
  if (cash.months.length === 0) return NOTHING;
  const undated = cash.undated.map(({ item, amount, missing = [] }) => {
    const names = missing.map((name) => labelOf(name, { plan, voice })).join(say('explain.listed'));
    const why =
      names === ''
        ? say('statement.undated')
        : say('statement.undated_missing', { missing: names });
    return html`<tr><th scope="row">${labelOf(item, { plan, voice })}: ${why}</th><td class="money">${moneyText(amount)}</td></tr>`;
  });
  const open =
    cash.unscheduled === 0
      ? NOTHING
      : html`<tr><th scope="row">${say('statement.unscheduled')}</th><td class="money">${moneyText(cash.unscheduled)}</td></tr>`;
  const months = cash.months.map(
    ({ month, amount }) =>
      html`<tr><th scope="row">${month}</th><td class="money">${moneyText(amount)}</td></tr>`,
  );
  return html`<h3>${say('statement.cash')}</h3><table class="narrow"><thead><tr><th scope="col">${say('statement.month')}</th><th scope="col">${say('statement.amount')}</th></tr></thead><tbody>${months}${undated}${open}</tbody></table>`;
}

function notDue(worked: Worked, plan: Plan, voice: Voice): Markup {
  const lines = notDueLines(plan, worked, voice);
  if (lines.length === 0) return NOTHING;
  return html`<h3>${voice.say('statement.not_due')}</h3><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function factsSection({ raw, scheme: { plan }, voice }: PageContent): Markup {
  const { say } = voice;
  const rows = Object.entries(raw).flatMap(([name, value]) => factRows(name, value, plan, voice));
  const heads = ['fact', 'value', 'source'].map(
    (one) => html`<th scope="col">${say(`statement.${one}`)}</th>`,
  );
  return html`<section data-facts><h2>${say('statement.facts')}</h2><table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></section>`;
}

function factRows(
  name: string,
  value: RawFacts[string],
  plan: Plan,
  voice: Voice,
): readonly Markup[] {
  if (Array.isArray(value))
    return value.flatMap((row, at) =>
      Object.entries(row).map(([field, cell]) => factRow(field, cell, plan, voice, at + 1)),
    );
  return [factRow(name, value ?? null, plan, voice)];
}

function factRow(
  name: string,
  value: string | boolean | null,
  plan: Plan,
  voice: Voice,
  row?: number,
): Markup {
  const { say } = voice;
  const entry = plan.names.entries.get(name);
  const source = entry?.sort === 'fact' ? say(`source.${entry.fact.source}`) : '';
  const unit =
    entry?.sort === 'fact' && entry.fact.type === 'number' ? (entry.fact.unit ?? '') : '';
  const place = row === undefined ? '' : ` ${say('statement.row', { row })}`;
  const shown = typeof value === 'boolean' ? say(`explain.${value}`) : (value ?? '');
  return html`<tr><th scope="row">${labelOf(name, { plan, voice })}${place}</th><td>${shown} ${unit}</td><td>${source}</td></tr>`;
}

/** Verdicts stand in the page from the beginning; the script shows those that hold. */
function verification({ raw, asOf, scheme, signer, voice }: PageContent, sealed: Sealed): Markup {
  const { say } = voice;
  const digest = sha256(canonicalText(asOf === undefined ? raw : { asOf, facts: raw }));
  const verdicts = [
    'checking',
    'recalculated',
    'differs',
    'signature_good',
    'signature_bad',
    'signature_unable',
  ].map((name) => html`<p data-verdict="${name}" hidden>${say(`statement.${name}`)}</p>`);
  const key =
    signer === undefined
      ? html`<p class="warns">${say('statement.unsigned')}</p>`
      : html`<dl><dt>${say('statement.key')}</dt><dd class="digest" data-key>${signer.fingerprint}</dd></dl>`;
  return html`<section id="verification" data-signed="${sealed.signature === null ? 'no' : 'yes'}"><h2>${say('statement.verify')}</h2>
<dl><dt>${say('statement.facts_digest')}</dt><dd class="digest">${digest}</dd><dt>${say('statement.scheme_digest')}</dt><dd class="digest">${scheme.digest}</dd></dl>
${key}<div aria-live="polite">${verdicts}</div><noscript><p>${say('statement.no_script')}</p></noscript></section>`;
}
