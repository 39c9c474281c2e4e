/** A scheme in plain words, with its contents at the side and its worked examples worked out now. */
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ReadFact,
  type Reading,
  type ReadRule,
  type ReadTable,
  readingOf,
} from '../../rules/explain/reading.ts';
import type { Plan } from '../../rules/scheme/compile.ts';
import { useVoice } from '../use-voice.ts';
import { WorkedExamples } from './worked-examples.tsx';
import './reader.css';

interface Part {
  readonly id: string;
  readonly title: string;
  readonly content: ReactNode;
}

export function Reader({ plan }: { readonly plan: Plan }): ReactNode {
  const { t } = useTranslation('relocation');
  const voice = useVoice();
  const reading = useMemo(() => readingOf(plan, voice), [plan, voice]);
  const parts = partsOf(reading, plan, t);
  return (
    <div className="reader">
      <nav className="reader-contents" aria-label={t('portal.scheme.contents')}>
        <ol>
          {parts.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="reader-text">
        {plan.scheme.note !== undefined && <p className="reader-note">{plan.scheme.note}</p>}
        {parts.map(({ id, title, content }) => (
          <section key={id} aria-labelledby={id}>
            <h2 id={id}>{title}</h2>
            {content}
          </section>
        ))}
      </div>
    </div>
  );
}

function partsOf(reading: Reading, plan: Plan, t: (key: string) => string): readonly Part[] {
  const rules = (id: string, title: string, all: readonly ReadRule[]): readonly Part[] =>
    all.length === 0 ? [] : [{ id, title, content: <Rules rules={all} /> }];
  return [
    ...rules('choices', t('portal.scheme.choices'), reading.choices),
    ...reading.items.flatMap(({ kind, rules: own }) =>
      rules(`items-${kind}`, t(`kind.${kind}`), own),
    ),
    ...rules('limits', t('portal.scheme.limits'), reading.limits),
    ...rules('values', t('portal.scheme.values'), reading.values),
    ...(reading.tables.length === 0
      ? []
      : [
          {
            id: 'tables',
            title: t('portal.scheme.tables'),
            content: reading.tables.map((table) => <RateTable key={table.anchor} table={table} />),
          },
        ]),
    { id: 'facts', title: t('portal.scheme.facts'), content: <Facts facts={reading.facts} /> },
    ...(reading.articles.length === 0
      ? []
      : [
          {
            id: 'articles',
            title: t('portal.scheme.articles'),
            content: <Articles articles={reading.articles} />,
          },
        ]),
    ...(plan.scheme.examples.length === 0
      ? []
      : [
          {
            id: 'examples',
            title: t('portal.scheme.examples'),
            content: <WorkedExamples plan={plan} />,
          },
        ]),
  ];
}

function Cite({ cite }: { readonly cite: string | undefined }): ReactNode {
  return cite === undefined ? null : <small className="reader-cite">{cite}</small>;
}

function Rules({ rules }: { readonly rules: readonly ReadRule[] }): ReactNode {
  return rules.map(({ anchor, label, cite, formula, terms, note }) => (
    <article key={anchor} id={anchor} className="reader-rule">
      <h3>
        {label} <Cite cite={cite} />
      </h3>
      <p>{formula}</p>
      {terms.length > 0 && (
        <ul className="reader-terms">
          {terms.map((term) => (
            <li key={term}>{term}</li>
          ))}
        </ul>
      )}
      {note !== undefined && <p className="muted">{note}</p>}
    </article>
  ));
}

function RateTable({ table }: { readonly table: ReadTable }): ReactNode {
  const { t } = useTranslation('relocation');
  const { anchor, label, cite, by, rows, note } = table;
  return (
    <article id={anchor} className="reader-rule">
      <h3 id={`${anchor}-name`}>
        {label} <Cite cite={cite} />
      </h3>
      <table className="reader-table" aria-labelledby={`${anchor}-name`}>
        <thead>
          <tr>
            {[...by, t('portal.scheme.rate')].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.join(' ')}>
              {cells.map((cell, at) => (
                <td key={`${by[at] ?? ''} ${cell}`}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {note !== undefined && <p className="muted">{note}</p>}
    </article>
  );
}

function Facts({ facts }: { readonly facts: readonly ReadFact[] }): ReactNode {
  const { t } = useTranslation('relocation');
  return (
    <ul className="reader-facts">
      {facts.map(({ anchor, label, what, source, note, fields }) => (
        <li key={anchor}>
          <b>{label}</b> <span className="muted">{t('portal.scheme.fact', { what, source })}</span>
          {note !== undefined && <p className="muted">{note}</p>}
          {fields.length > 0 && <Facts facts={fields} />}
        </li>
      ))}
    </ul>
  );
}

function Articles({ articles }: Pick<Reading, 'articles'>): ReactNode {
  return (
    <dl className="reader-articles">
      {articles.map(({ cite, of }) => (
        <div key={cite}>
          <dt>{cite}</dt>
          <dd>
            {of.map(({ anchor, label }) => (
              <a key={anchor} href={`#${anchor}`}>
                {label}
              </a>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
