/**
 * The calculator: what a scheme gives by the facts somebody typed, all choices
 * side by side. A form and an answer; nothing of it is stored anywhere.
 */
import {
  at,
  errorSummary,
  type FieldErrors,
  hidden,
  NO_ERRORS,
  page,
  type Visit,
} from '#features/matters/portal/public.ts';
import { type Html, html } from '#ui/portal/html.ts';
import { factSentence } from '../rules/explain/fact-sentence.ts';
import {
  type FormPart,
  fieldOfProblem,
  formOf,
  rawFacts,
  type TypedFacts,
  typedFacts,
} from '../rules/facts/form.ts';
import type { FactProblem } from '../rules/facts/read-facts.ts';
import type { Plan } from '../rules/scheme/compile.ts';
import type { RawFacts } from '../rules/scheme/document.ts';
import { Calculator, type Worked } from '../rules/statement.ts';
import { factRows } from './example.ts';
import { factForm, typedFields } from './fact-form.ts';
import { resultSection } from './result.ts';
import {
  dayOf,
  type ShownVersion,
  schemeAddress,
  sheetOf,
  titleOf,
  versionQuery,
} from './shown.ts';
import { sayFor, voiceFor } from './texts.ts';

/** What was sent, worked out as far as it goes. */
export interface Calculation {
  readonly parts: readonly FormPart[];
  readonly typed: TypedFacts;
  readonly raw: RawFacts;
  readonly worked: readonly Worked[];
  readonly problems: readonly FactProblem[];
}

/** Facts that were refused count as missing; everything else is worked out. */
export function calculate(
  plan: Plan,
  locale: Visit['locale'],
  one: (field: string) => string,
): Calculation {
  const parts = formOf(plan, voiceFor(locale));
  const typed = typedFacts(parts, one);
  const raw = rawFacts(parts, typed);
  const calculator = new Calculator(plan);
  const { facts, problems } = calculator.readFacts(raw);
  return { parts, typed, raw, worked: calculator.work(facts), problems };
}

export interface CalculateFacts {
  readonly version: ShownVersion;
  readonly plan: Plan;
  /** What was sent; absent on an empty form. */
  readonly calculation?: Calculation | undefined;
  /** The day of calculation that an empty form begins with: `YYYY-MM-DD`. */
  readonly today: string;
  readonly fingerprint: string;
}

export function calculatePage(visit: Visit, facts: CalculateFacts): string {
  const say = sayFor(visit.locale);
  const { version, calculation } = facts;
  const address = `${schemeAddress(version)}/calculate${versionQuery(version)}`;
  const main = html`<p class="lead">${say('calculate.lead')}</p>
<p class="hint">${say('calculate.by', { version: version.label, day: dayOf(visit, version.publishedAt) })} <a href="${at(visit, `${schemeAddress(version)}${versionQuery(version)}`)}">${say('calculate.read')}</a></p>
${version.state !== 'published' && html`<p class="summary" role="note">${say('calculate.not_current')}</p>`}
${calculation !== undefined && resultPart(visit, facts, calculation)}
<section class="card" aria-labelledby="form-title"><h2 id="form-title">${say(calculation === undefined ? 'calculate.form' : 'calculate.again')}</h2>
${factForm(visit, { ...formFacts(facts, visit), action: at(visit, address) })}</section>`;
  return page(visit, {
    title: say('calculate.title', { scheme: titleOf(visit.locale, version) }),
    main,
    wide: true,
    ...sheetOf(visit),
  });
}

function formFacts({ plan, calculation, today }: CalculateFacts, visit: Visit) {
  const parts = formOf(plan, voiceFor(visit.locale));
  if (calculation === undefined) {
    const asOf = (field: string) => (isAsOf(parts, field) ? today : '');
    return { parts, typed: typedFacts(parts, asOf), errors: NO_ERRORS };
  }
  return { parts, typed: calculation.typed, errors: errorsOf(calculation, plan, visit) };
}

function isAsOf(parts: readonly FormPart[], field: string): boolean {
  return parts.some(
    (part) => part.kind === 'field' && part.field === field && part.source === 'as_of',
  );
}

/** Each refused fact at its field, in the order in which they were given. */
function errorsOf(
  { parts, typed, problems }: Calculation,
  plan: Plan,
  { locale }: Visit,
): FieldErrors {
  const voice = voiceFor(locale);
  return new Map(
    problems.map((problem) => [
      fieldOfProblem(parts, typed, problem) ?? '',
      factSentence(problem, { plan, voice }),
    ]),
  );
}

function resultPart(visit: Visit, facts: CalculateFacts, calculation: Calculation): Html {
  const say = sayFor(visit.locale);
  const voice = voiceFor(visit.locale);
  const { plan, version } = facts;
  const { worked, raw, typed, parts } = calculation;
  const fileAddress = `${schemeAddress(version)}/file${versionQuery(version)}`;
  return html`${errorSummary(say('calculate.wrong'), errorsOf(calculation, plan, visit), (field) => field)}
${resultSection(visit, plan, worked)}
<section aria-labelledby="given"><h2 id="given">${say('result.given')}</h2><dl class="facts given">${factRows(plan, raw, voice)}</dl></section>
<section class="card keep" aria-labelledby="keep"><h2 id="keep">${say('result.keep')}</h2><p>${say('result.keep_text')}</p>
<form method="post" action="${at(visit, fileAddress)}">${typedFields(parts, typed).map(([name, value]) => hidden(name, value))}<p class="actions"><button class="button">${say('result.file')}</button> <button type="button" class="button needs-script" data-island="print">${say('scheme.print')}</button></p></form>
<p class="hint">${say('key.of_file')}</p><p class="key fingerprint">${facts.fingerprint}</p></section>
<p class="note">${say('result.trial')}</p>`;
}
