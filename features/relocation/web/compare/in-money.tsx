/** Whom a change helps and whom it hurts: over the worked examples of both versions. */
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compareVersions, type NamedHousehold } from '../../rules/compare/compare-households.ts';
import type { Compared } from '../../rules/compare/tally.ts';
import { labelOf, valueLabelOf } from '../../rules/explain/explain.ts';
import { grouped, moneyText } from '../../rules/explain/write.ts';
import type { Plan } from '../../rules/scheme/compile.ts';
import { useVoice } from '../use-voice.ts';
import '../statement/statement.css';
import './compare.css';

interface InMoneyProps {
  readonly before: Plan;
  readonly after: Plan;
}

const NOTHING = '—';

export function InMoney({ before, after }: InMoneyProps): ReactNode {
  const { t } = useTranslation('relocation');
  const voice = useVoice();
  const compared = useMemo(
    () => compareVersions(before, after, householdsOf(before, after)),
    [before, after],
  );
  const { choices, households } = compared;
  if (choices.length === 0) return <p className="muted">{t('cli.compare_no_choice')}</p>;
  if (households.length === 0) return <p className="muted">{t('web.compare.noHouseholds')}</p>;
  const names = choices.map(({ choice }) =>
    choice === null ? t('portal.result.amount') : valueLabelOf(choice, { plan: after, voice }),
  );
  return (
    <>
      <p className="muted">{t('web.compare.households', { count: households.length })}</p>
      {choices.map((choice, at) => (
        <Choice key={names[at]} name={names[at] ?? ''} compared={choice} plan={after} />
      ))}
      <table className="statement compared-table">
        <thead>
          <tr>
            <th scope="col">{t('web.compare.household')}</th>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {households.map(({ name, changes }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {changes.map((change, at) => (
                <td key={names[at]} data-choice={names[at]}>
                  {changeText(change)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Each household once, by its name; the newer version's where both have one of a name. */
function householdsOf(before: Plan, after: Plan): readonly NamedHousehold[] {
  const all = new Map(
    [...before.scheme.examples, ...after.scheme.examples].map(({ name, facts }) => [name, facts]),
  );
  return [...all].map(([name, facts]) => ({ name, facts }));
}

function changeText({
  before,
  after,
  change,
}: {
  readonly before: number | null;
  readonly after: number | null;
  readonly change: number | null;
}): string {
  if (change === 0) return moneyText(after ?? 0);
  const sums = `${before === null ? NOTHING : moneyText(before)} → ${after === null ? NOTHING : moneyText(after)}`;
  return change === null ? sums : `${sums} (${signed(moneyText(change))})`;
}

function signed(amount: string): string {
  return amount.startsWith('-') ? amount : `+${amount}`;
}

interface ChoiceProps {
  readonly name: string;
  readonly compared: Compared;
  readonly plan: Plan;
}

function Choice({ name, compared, plan }: ChoiceProps): ReactNode {
  const { t } = useTranslation('relocation');
  const voice = useVoice();
  const { gain, lose, same, unknown, items, difference } = compared;
  const changed = items.filter((item) => item.difference !== '0.00');
  return (
    <div className="compared">
      <h3>{name}</h3>
      <p>{t('web.compare.counts', { gain, lose, same, unknown })}</p>
      {gain + lose > 0 && (
        <p>{t('web.compare.sum', { difference: signed(grouped(difference)) })}</p>
      )}
      {changed.length > 0 && (
        <ul>
          {changed.map((item) => (
            <li key={item.item}>
              {t('web.compare.item', {
                item: labelOf(item.item, { plan, voice }),
                before: grouped(item.before),
                after: grouped(item.after),
                difference: signed(grouped(item.difference)),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
