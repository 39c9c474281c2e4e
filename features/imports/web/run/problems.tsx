/** The rows that are not taken, as they stand in the file, the reason at the cell it is about. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '#ui/client/address.ts';
import { problemsFile } from '../../contract.ts';
import { useFieldName } from '../use-field-name.ts';
import type { RunAnswer } from './run-answer.ts';

/** Rows that are seen at a glance, without their reasons summed up. */
const FEW = 8;

type Problem = RunAnswer['problems'][number];

export function Problems({ answer }: { readonly answer: RunAnswer }): ReactNode {
  const { t } = useTranslation('imports');
  const { run, problems, reasons } = answer;
  if (problems.length === 0) return null;
  const rows = Map.groupBy(problems, ({ row }) => row);
  return (
    <section className="problems" aria-labelledby="problems-title">
      <div className="problems-head">
        <h2 id="problems-title">{t('web.problems.title', { count: rows.size })}</h2>
        <a href={addressOf(problemsFile.path, { runId: run.runId }, undefined)} download>
          {t('web.problems.download')}
        </a>
      </div>
      {reasons.length > 1 && rows.size > FEW && (
        <ul className="problem-reasons muted">
          {reasons.map(({ code, message, count }) => (
            <li key={code}>
              <strong>{count}</strong> {message}
            </li>
          ))}
        </ul>
      )}
      <ProblemTable answer={answer} rows={[...rows]} />
      {run.counts.refused > rows.size && (
        <p className="muted">{t('web.problems.more', { count: run.counts.refused - rows.size })}</p>
      )}
    </section>
  );
}

interface ProblemTableProps {
  readonly answer: RunAnswer;
  readonly rows: readonly (readonly [number, readonly Problem[]])[];
}

function ProblemTable({ answer, rows }: ProblemTableProps): ReactNode {
  const { t } = useTranslation('imports');
  const fieldName = useFieldName(answer.run.kind);
  const columns = columnsOf(answer);
  return (
    <div className="problem-frame">
      <table className="problem-table" aria-label={t('web.problems.table')}>
        <thead>
          <tr>
            <th scope="col">{t('web.problems.row')}</th>
            {columns.map(({ column, field }) => (
              <th key={column} scope="col">
                {column}
                {field !== undefined && <span className="muted">{fieldName(field)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([row, problems]) => (
            <tr key={row}>
              <th scope="row" className="number">
                {row}
                <Whole problems={problems} columns={columns} />
              </th>
              {columns.map(({ column }) => (
                <Cell
                  key={column}
                  column={column}
                  text={problems[0]?.cells[column] ?? ''}
                  problems={problems.filter((one) => one.column === column)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ShownColumn {
  readonly column: string;
  readonly field: string | undefined;
}

/** Those that are kept with the problems, in the order of the matching; each once. */
function columnsOf({ matched, problems }: RunAnswer): readonly ShownColumn[] {
  const kept = new Set(problems.flatMap(({ cells }) => Object.keys(cells)));
  const fields = new Map(matched.toReversed().map(({ column, field }) => [column, field]));
  const inOrder = new Set(matched.map(({ column }) => column).filter((one) => kept.has(one)));
  return [...inOrder].map((column) => ({ column, field: fields.get(column) }));
}

interface WholeProps {
  readonly problems: readonly Problem[];
  readonly columns: readonly ShownColumn[];
}

/** Reasons that no cell of the table is to blame for. */
function Whole({ problems, columns }: WholeProps): ReactNode {
  const others = problems.filter(({ column }) => columns.every((one) => one.column !== column));
  return others.map(({ code, message }) => (
    <span key={code} className="problem-reason">
      {message}
    </span>
  ));
}

interface CellProps {
  readonly column: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

function Cell({ column, text, problems }: CellProps): ReactNode {
  const { t } = useTranslation('imports');
  const shown = text === '' && problems.length > 0 ? t('web.problems.empty') : text;
  return (
    <td className={problems.length > 0 ? 'is-problem' : ''} data-column={column}>
      <span className="problem-text">{shown}</span>
      {problems.map(({ code, message }) => (
        <span key={code} className="problem-reason">
          {message}
        </span>
      ))}
    </td>
  );
}
