/** What the scheme gives, all choices side by side: totals, lines, months of payment, and how each came about. */
import type { Visit } from '#features/matters/portal/public.ts';
import { type Html, html } from '#ui/portal/html.ts';
import { amountInWords } from '../rules/amounts/in-words.ts';
import { labelOf, valueLabelOf } from '../rules/explain/explain.ts';
import { explainedLines, notDueLines } from '../rules/explain/lines.ts';
import { faultSentence } from '../rules/explain/say.ts';
import { moneyText } from '../rules/explain/write.ts';
import type { Plan } from '../rules/scheme/compile.ts';
import { type SideBySide, sideBySide } from '../rules/side-by-side.ts';
import type { ChoiceStatement, Worked } from '../rules/statement.ts';
import { type Say, sayFor, voiceFor } from './texts.ts';

interface Scene {
  readonly visit: Visit;
  readonly plan: Plan;
  readonly say: Say;
  readonly voice: ReturnType<typeof voiceFor>;
  /** What each column is called; nothing where the scheme has nothing to choose. */
  readonly names: readonly string[];
}

export function resultSection(visit: Visit, plan: Plan, worked: readonly Worked[]): Html {
  const voice = voiceFor(visit.locale);
  const say = sayFor(visit.locale);
  const names = worked.map(({ statement }) =>
    statement.choice === undefined
      ? say('result.amount')
      : valueLabelOf(statement.choice, { plan, voice }),
  );
  const scene: Scene = { visit, plan, say, voice, names };
  const table = sideBySide(worked.map(({ statement }) => statement));
  return html`<section class="result" id="result" aria-labelledby="result-title"><h2 id="result-title">${say('result.title')}</h2>
<ul class="totals">${worked.map(({ statement }, at) => total(statement, names[at] ?? '', scene))}</ul>
${table.items.length > 0 && lineTable(table, scene)}
${cash(table, scene)}
<h3>${say('result.how')}</h3>${worked.map((one, at) => how(one, names[at] ?? '', scene, worked.length))}</section>`;
}

function total(statement: ChoiceStatement, name: string, { say, plan, voice }: Scene): Html {
  const offered =
    statement.offered === true
      ? null
      : html`<p class="hint">${voice.say(statement.offered === false ? 'statement.not_offered' : 'statement.maybe_offered')}</p>`;
  if (statement.total !== null)
    return html`<li class="card"><h3>${name}</h3>${offered}<p class="figure">${say('result.yuan', { amount: moneyText(statement.total) })}</p><p class="hint">${amountInWords(statement.total)}</p></li>`;
  const missing = statement.missing.map((fact) => labelOf(fact, { plan, voice }));
  const faults = statement.faults.map((fault) => faultSentence(fault, voice.say));
  return html`<li class="card"><h3>${name}</h3>${offered}<p class="figure small withheld">${say('result.no_total')}</p>${missing.length > 0 && html`<p>${say('result.missing', { facts: missing.join(voice.say('explain.listed')) })}</p>`}${faults.map((fault) => html`<p>${fault}</p>`)}</li>`;
}

const NOTHING = '—';

function lineTable({ items, totals }: SideBySide, scene: Scene): Html {
  const { say, names, plan, voice } = scene;
  const cell = (text: string, at: number): Html =>
    html`<td class="money"><span class="of">${names[at]}</span>${text}</td>`;
  const rows = items.map(
    ({ item, kind, amounts }) =>
      html`<tr><th scope="row">${labelOf(item, { plan, voice })} <small class="hint">${voice.say(`kind.${kind}`)}</small></th>${amounts.map((amount, at) => cell(amountText(amount, say), at))}</tr>`,
  );
  const sums = totals.map((amount, at) => cell(amount === null ? NOTHING : moneyText(amount), at));
  return html`<h3>${say('result.lines')}</h3><table class="beside"><thead><tr><th scope="col">${say('result.item')}</th>${names.map((name) => html`<th scope="col" class="money">${name}</th>`)}</tr></thead><tbody>${rows}</tbody><tfoot><tr><th scope="row">${voice.say('statement.total')}</th>${sums}</tr></tfoot></table>`;
}

function amountText(amount: SideBySide['items'][number]['amounts'][number], say: Say): string {
  if (amount === 'not_due') return say('result.not_due');
  return amount === 'unknown' ? NOTHING : moneyText(amount);
}

function cash({ months, undated, unscheduled }: SideBySide, scene: Scene): Html {
  const { say, names, plan, voice } = scene;
  if (months.length === 0 && undated.length === 0)
    return html`<p class="hint">${say('result.no_cash')}</p>`;
  const cell = (amount: number, at: number): Html =>
    html`<td class="money"><span class="of">${names[at]}</span>${amount === 0 ? NOTHING : moneyText(amount)}</td>`;
  const open = undated.map(
    ({ item, missing, amounts }) =>
      html`<tr><th scope="row">${say(missing.length === 0 ? 'result.undated' : 'result.undated_missing', { item: labelOf(item, { plan, voice }), facts: missing.map((fact) => labelOf(fact, { plan, voice })).join(voice.say('explain.listed')) })}</th>${amounts.map(cell)}</tr>`,
  );
  const rest = unscheduled.some((amount) => amount !== 0)
    ? html`<tr><th scope="row">${voice.say('statement.unscheduled')}</th>${unscheduled.map(cell)}</tr>`
    : null;
  return html`<h3>${say('result.cash')}</h3><table class="beside"><thead><tr><th scope="col">${voice.say('statement.month')}</th>${names.map((name) => html`<th scope="col" class="money">${name}</th>`)}</tr></thead><tbody>${months.map(({ month, amounts }) => html`<tr><th scope="row">${month}</th>${amounts.map(cell)}</tr>`)}${open}${rest}</tbody></table>`;
}

function how(worked: Worked, name: string, { plan, voice, say }: Scene, of: number): Html {
  const lines = explainedLines(plan, worked, voice);
  const not = notDueLines(plan, worked, voice);
  const list = html`<ol class="lines">${lines.map(({ text, basis }) => html`<li>${text}${basis.map((one) => html`<br><span class="hint">${one}</span>`)}</li>`)}</ol>
${not.length > 0 && html`<p class="hint">${say('result.not_due_lines')}</p><ul class="plain">${not.map((one) => html`<li>${one}</li>`)}</ul>`}`;
  return of === 1 ? list : html`<h4>${name}</h4>${list}`;
}
