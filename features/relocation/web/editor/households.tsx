/** Households beside the text: those of the document, and one to try, each worked out at once. */
import { Button, Input } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fen, yuanText } from '#kernel/quantity/index.ts';
import { Field } from '#ui/forms/field.tsx';
import { itemAmounts } from '../../rules/compare/sums.ts';
import { formOf, rawFacts, typedFrom } from '../../rules/facts/form.ts';
import type { Plan } from '../../rules/scheme/compile.ts';
import type { Example, RawFacts } from '../../rules/scheme/document.ts';
import type { NewExample } from '../../rules/scheme/with-example.ts';
import { Calculator, type ChoiceStatement } from '../../rules/statement.ts';
import { StatementTable } from '../statement/statement-table.tsx';
import { useVoice } from '../use-voice.ts';
import { FactFields } from './fact-fields.tsx';

interface HouseholdsProps {
  readonly plan: Plan | undefined;
  /** The text is wrong at the moment; what is shown is of the last sound one. */
  readonly stale: boolean;
  readonly keep: (example: NewExample) => void;
}

export function Households({ plan, stale, keep }: HouseholdsProps): ReactNode {
  const { t } = useTranslation('relocation');
  return (
    <section className="scheme-households" aria-labelledby="households">
      <h2 id="households">{t('web.households.title')}</h2>
      {plan === undefined ? (
        <p className="muted">{t('web.households.none')}</p>
      ) : (
        <>
          {stale && (
            <p className="statement-says" role="status">
              {t('web.households.stale')}
            </p>
          )}
          {plan.scheme.examples.map((example, at) => (
            <Written key={example.name} plan={plan} example={example} open={at === 0} />
          ))}
          <Tried plan={plan} keep={keep} />
        </>
      )}
    </section>
  );
}

interface WrittenProps {
  readonly plan: Plan;
  readonly example: Example;
  readonly open: boolean;
}

function Written({ plan, example, open }: WrittenProps): ReactNode {
  return (
    <details className="worked" open={open}>
      <summary>{example.name}</summary>
      <Worked plan={plan} raw={example.facts} />
    </details>
  );
}

function Worked({ plan, raw }: { readonly plan: Plan; readonly raw: RawFacts }): ReactNode {
  const worked = useMemo(() => {
    const calculator = new Calculator(plan);
    return calculator.work(calculator.readFacts(raw).facts);
  }, [plan, raw]);
  return <StatementTable plan={plan} worked={worked} />;
}

interface TriedProps {
  readonly plan: Plan;
  readonly keep: (example: NewExample) => void;
}

function Tried({ plan, keep }: TriedProps): ReactNode {
  const { t } = useTranslation('relocation');
  const voice = useVoice();
  const [raw, setRaw] = useState<RawFacts>({});
  const parts = useMemo(() => formOf(plan, voice), [plan, voice]);
  // Facts by their names, so that what was typed stays when the document changes around it.
  const typed = useMemo(() => typedFrom(parts, raw), [parts, raw]);
  const problems = useMemo(() => new Calculator(plan).readFacts(raw).problems, [plan, raw]);
  return (
    <details className="worked">
      <summary>{t('web.households.try')}</summary>
      <FactFields
        plan={plan}
        parts={parts}
        typed={typed}
        problems={problems}
        change={(next) => setRaw(rawFacts(parts, next))}
      />
      <Worked plan={plan} raw={raw} />
      {problems.length === 0 && Object.keys(raw).length > 0 && (
        <Keep plan={plan} raw={raw} keep={keep} />
      )}
    </details>
  );
}

interface KeepProps extends TriedProps {
  readonly raw: RawFacts;
}

/** What was tried becomes a worked example of the document, once somebody has worked it out by hand. */
function Keep({ plan, raw, keep }: KeepProps): ReactNode {
  const { t } = useTranslation('relocation');
  const voice = useVoice();
  const [name, setName] = useState('');
  const calculator = new Calculator(plan);
  const statements = calculator
    .work(calculator.readFacts(raw).facts)
    .map(({ statement }) => statement)
    .filter(({ offered, total }) => offered === true && total !== null);
  if (statements.length === 0) return null;
  const named = name.trim();
  return (
    <div className="scheme-keep">
      <Field label={t('web.households.name')} hint={t('web.households.keepHint')}>
        {(control) => (
          <Input
            {...control}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <div className="scheme-steps">
        {statements.map((statement) => (
          <Button
            key={statement.choice ?? ''}
            disabled={named === ''}
            onClick={() => {
              keep(exampleOf(named, raw, statement));
              setName('');
            }}
          >
            {statement.choice === undefined
              ? t('web.households.keep')
              : t('web.households.keepChoice', {
                  choice:
                    voice.locale === 'en' ? englishOf(plan, statement.choice) : statement.choice,
                })}
          </Button>
        ))}
      </div>
    </div>
  );
}

function englishOf({ scheme }: Plan, choice: string): string {
  return scheme.choices?.values.find(({ name }) => name === choice)?.en ?? choice;
}

function exampleOf(name: string, raw: RawFacts, statement: ChoiceStatement): NewExample {
  const { choice, total, notDue } = statement;
  const amounts = [...itemAmounts(statement), ...notDue.map((item) => [item, 0] as const)];
  return {
    name,
    ...(choice !== undefined && { choice }),
    facts: raw,
    amounts: Object.fromEntries(
      amounts.map(([item, amount]) => [item, yuanText(fen(Math.abs(amount)))]),
    ),
    ...(total !== null && { total: yuanText(fen(total)) }),
  };
}
