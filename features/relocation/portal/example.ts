/** A worked example of the scheme: its facts, and what the scheme gives for them, worked out now. */
import type { Visit } from '#features/matters/portal/public.ts';
import { type Html, html } from '#ui/portal/html.ts';
import { labelOf, valueLabelOf } from '../rules/explain/explain.ts';
import { explainedLines } from '../rules/explain/lines.ts';
import { moneyText } from '../rules/explain/write.ts';
import type { Plan } from '../rules/scheme/compile.ts';
import type { Example, RawFacts } from '../rules/scheme/document.ts';
import { Calculator } from '../rules/statement.ts';
import { sayFor, voiceFor } from './texts.ts';

export function exampleCard(visit: Visit, plan: Plan, example: Example): Html {
  const say = sayFor(visit.locale);
  const voice = voiceFor(visit.locale);
  const calculator = new Calculator(plan);
  const { facts } = calculator.readFacts(example.facts);
  const [worked] = calculator.work(
    facts,
    example.choice === undefined ? undefined : [example.choice],
  );
  if (worked === undefined) return html``;
  const { statement } = worked;
  const choice = example.choice === undefined ? '' : valueLabelOf(example.choice, { plan, voice });
  const total =
    statement.total === null ? '—' : say('result.yuan', { amount: moneyText(statement.total) });
  return html`<details class="more example"><summary>${example.name}${choice !== '' && html` <small>${choice}</small>`} <b class="money">${total}</b></summary>
<dl class="facts">${factRows(plan, example.facts, voice)}</dl>
<ol class="lines">${explainedLines(plan, worked, voice).map(({ text, basis }) => html`<li>${text}${basis.map((one) => html`<br><span class="hint">${one}</span>`)}</li>`)}</ol>
${example.note !== undefined && html`<p class="hint">${example.note}</p>`}</details>`;
}

/** What was given, in the words of the reader. */
export function factRows(
  plan: Plan,
  raw: RawFacts,
  voice: Parameters<typeof labelOf>[1]['voice'],
): readonly Html[] {
  const scene = { plan, voice };
  const shown = (value: string | boolean | null): string =>
    typeof value === 'boolean' ? voice.say(`explain.${value}`) : valueLabelOf(value ?? '', scene);
  return Object.entries(raw).flatMap(([name, value]) => {
    const label = labelOf(name, scene);
    if (!Array.isArray(value))
      return [html`<div><dt>${label}</dt><dd>${shown(value ?? null)}</dd></div>`];
    const rows = value.map((row) =>
      Object.entries(row)
        .map(([field, cell]) => `${labelOf(field, scene)} ${shown(cell)}`)
        .join(voice.say('explain.listed')),
    );
    return [
      html`<div><dt>${label}</dt><dd>${rows.length === 0 ? voice.say('explain.none') : rows.map((row) => html`<span class="row">${row}</span>`)}</dd></div>`,
    ];
  });
}
