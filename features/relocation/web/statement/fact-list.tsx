/** The facts of a household in the words of the reader. */
import type { ReactNode } from 'react';
import { labelOf, valueLabelOf } from '../../rules/explain/explain.ts';
import type { Plan } from '../../rules/scheme/compile.ts';
import type { RawFacts } from '../../rules/scheme/document.ts';
import { useVoice } from '../use-voice.ts';
import './statement.css';

interface FactListProps {
  readonly plan: Plan;
  readonly raw: RawFacts;
}

export function FactList({ plan, raw }: FactListProps): ReactNode {
  const voice = useVoice();
  const scene = { plan, voice };
  const shown = (value: string | boolean | null): string =>
    typeof value === 'boolean' ? voice.say(`explain.${value}`) : valueLabelOf(value ?? '', scene);
  const textOf = (value: RawFacts[string]): string => {
    if (!Array.isArray(value)) return shown(value ?? null);
    if (value.length === 0) return voice.say('explain.none');
    return value
      .map((row) => Object.values(row).map(shown).join(' '))
      .join(voice.say('explain.listed'));
  };
  return (
    <dl className="fact-list">
      {Object.entries(raw).map(([name, value]) => (
        <div key={name}>
          <dt>{labelOf(name, scene)}</dt>
          <dd>{textOf(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
