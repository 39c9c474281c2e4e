/** What changed in the text, line by line; what stayed is folded away. */
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChangedLine, changedLines } from '../../rules/compare/lines.ts';
import './compare.css';

interface InTextProps {
  readonly before: string;
  readonly after: string;
}

/** Lines around a change that are shown with it. */
const AROUND = 3;

export function InText({ before, after }: InTextProps): ReactNode {
  const { t } = useTranslation('relocation');
  const lines = useMemo(() => changedLines(before, after), [before, after]);
  const shown = useMemo(() => folded(lines), [lines]);
  if (lines.every(({ kind }) => kind === 'same')) return <p>{t('web.compare.same')}</p>;
  return (
    <table className="text-lines" aria-label={t('web.compare.text')}>
      <tbody>
        {shown.map((line) =>
          typeof line === 'number' ? (
            <tr key={`fold-${line}`} className="text-fold">
              <td colSpan={3} />
            </tr>
          ) : (
            <Line key={`${line.oldLine ?? ''}-${line.newLine ?? ''}`} line={line} />
          ),
        )}
      </tbody>
    </table>
  );
}

const SIGNS = { same: '', old: '−', new: '+' } as const;

function Line({
  line: { kind, text, oldLine, newLine },
}: {
  readonly line: ChangedLine;
}): ReactNode {
  const { t } = useTranslation('relocation');
  return (
    <tr className={`text-${kind}`}>
      <td className="text-number">{newLine ?? oldLine}</td>
      <td className="text-sign">
        <span aria-hidden>{SIGNS[kind]}</span>
        {kind !== 'same' && <span className="only-read-out">{t(`web.compare.line.${kind}`)}</span>}
      </td>
      <td className="text-line">{text}</td>
    </tr>
  );
}

/** Lines near a change, and a number where others were left out. */
function folded(lines: readonly ChangedLine[]): readonly (ChangedLine | number)[] {
  const near = new Set<number>();
  for (const [at, { kind }] of lines.entries())
    if (kind !== 'same') for (let one = at - AROUND; one <= at + AROUND; one += 1) near.add(one);
  const shown: (ChangedLine | number)[] = [];
  for (const [at, line] of lines.entries()) {
    if (near.has(at)) shown.push(line);
    else if (typeof shown.at(-1) !== 'number') shown.push(at);
  }
  return shown;
}
