/** The examples of the scheme: what was worked out by hand beside what the scheme gives now. */
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { valueLabelOf } from '../../rules/explain/explain.ts';
import type { Plan } from '../../rules/scheme/compile.ts';
import type { Example } from '../../rules/scheme/document.ts';
import { Calculator } from '../../rules/statement.ts';
import { FactList } from '../statement/fact-list.tsx';
import { StatementTable } from '../statement/statement-table.tsx';
import { useVoice } from '../use-voice.ts';

export function WorkedExamples({ plan }: { readonly plan: Plan }): ReactNode {
  return plan.scheme.examples.map((example) => (
    <WorkedExample key={example.name} plan={plan} example={example} />
  ));
}

interface WorkedProps {
  readonly plan: Plan;
  readonly example: Example;
}

function WorkedExample({ plan, example }: WorkedProps): ReactNode {
  const { t } = useTranslation('relocation');
  const voice = useVoice();
  const worked = useMemo(() => {
    const calculator = new Calculator(plan);
    const { facts } = calculator.readFacts(example.facts);
    return calculator.work(facts, example.choice === undefined ? undefined : [example.choice]);
  }, [plan, example]);
  return (
    <details className="worked">
      <summary>
        {example.name}{' '}
        {example.choice !== undefined && (
          <span className="muted">{valueLabelOf(example.choice, { plan, voice })}</span>
        )}
      </summary>
      <FactList plan={plan} raw={example.facts} />
      <StatementTable plan={plan} worked={worked} />
      {example.note !== undefined && (
        <p className="muted">{t('web.example.note', { note: example.note })}</p>
      )}
    </details>
  );
}
