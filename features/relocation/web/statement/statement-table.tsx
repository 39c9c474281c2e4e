/** What a household gets, all choices side by side, with how each amount came about. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { labelOf, valueLabelOf } from '../../rules/explain/explain.ts';
import { explainedLines, notDueLines } from '../../rules/explain/lines.ts';
import { faultSentence } from '../../rules/explain/say.ts';
import { moneyText } from '../../rules/explain/write.ts';
import type { Plan } from '../../rules/scheme/compile.ts';
import { type SideAmount, sideBySide } from '../../rules/side-by-side.ts';
import type { ChoiceStatement, Worked } from '../../rules/statement.ts';
import { useVoice } from '../use-voice.ts';
import './statement.css';

interface StatementProps {
  readonly plan: Plan;
  readonly worked: readonly Worked[];
}

const NOTHING = '—';

export function StatementTable({ plan, worked }: StatementProps): ReactNode {
  const { t } = useTranslation('relocation');
  const voice = useVoice();
  const names = worked.map(({ statement }) =>
    statement.choice === undefined
      ? t('portal.result.amount')
      : valueLabelOf(statement.choice, { plan, voice }),
  );
  const table = sideBySide(worked.map(({ statement }) => statement));
  const shown = (amount: SideAmount): string => {
    if (amount === 'not_due') return t('portal.result.not_due');
    return amount === 'unknown' ? NOTHING : moneyText(amount);
  };
  return (
    <>
      <table className="statement">
        <thead>
          <tr>
            <th scope="col">{t('portal.result.item')}</th>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.items.map(({ item, amounts }) => (
            <tr key={item}>
              <th scope="row">{labelOf(item, { plan, voice })}</th>
              {amounts.map((amount, at) => (
                <td key={names[at]}>{shown(amount)}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('statement.total')}</th>
            {table.totals.map((total, at) => (
              <td key={names[at]}>{total === null ? NOTHING : moneyText(total)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
      {worked.map(({ statement }, at) => (
        <Missing key={names[at]} name={names[at] ?? ''} statement={statement} plan={plan} />
      ))}
      <details className="statement-how">
        <summary>{t('portal.result.how')}</summary>
        {worked.map((one, at) => (
          <How key={names[at]} name={names[at] ?? ''} plan={plan} worked={one} />
        ))}
      </details>
    </>
  );
}

interface MissingProps {
  readonly name: string;
  readonly statement: ChoiceStatement;
  readonly plan: Plan;
}

function Missing({ name, statement, plan }: MissingProps): ReactNode {
  const { t } = useTranslation('relocation');
  const voice = useVoice();
  const facts = statement.missing.map((fact) => labelOf(fact, { plan, voice }));
  const sentences = [
    ...(statement.offered === false ? [t('statement.not_offered')] : []),
    ...(statement.offered === null ? [t('statement.maybe_offered')] : []),
    ...(facts.length === 0
      ? []
      : [t('portal.result.missing', { facts: facts.join(voice.say('explain.listed')) })]),
    ...statement.faults.map((fault) => faultSentence(fault, voice.say)),
  ];
  return sentences.map((sentence) => (
    <p key={sentence} className="statement-says">
      {t('web.statement.of', { name, sentence })}
    </p>
  ));
}

interface HowProps {
  readonly name: string;
  readonly plan: Plan;
  readonly worked: Worked;
}

function How({ name, plan, worked }: HowProps): ReactNode {
  const voice = useVoice();
  return (
    <>
      <h4>{name}</h4>
      <ol className="statement-lines">
        {explainedLines(plan, worked, voice).map(({ line, text, basis }) => (
          <li key={`${line.item} ${line.row ?? ''}`}>
            {text}
            {basis.map((one) => (
              <p key={one} className="muted">
                {one}
              </p>
            ))}
          </li>
        ))}
        {notDueLines(plan, worked, voice).map((one) => (
          <li key={one} className="muted">
            {one}
          </li>
        ))}
      </ol>
    </>
  );
}
