/** What is chosen in the tree: what it has, what can be begun in it, and its other name or its end. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Close, type FormAction, FormActions } from '#ui/forms/form-actions.tsx';
import { FormFrame } from '#ui/forms/form-frame.tsx';
import { useForm } from '#ui/forms/use-form.ts';
import { PairDetail } from '#ui/lists/pair-detail.tsx';
import { endPremise, getBuilding, type Premise } from '../../contract.ts';
import { kindsBelow } from '../../rules/premises/kinds.ts';
import { BuildingChart } from './building-chart.tsx';
import { NameForm } from './name-form.tsx';
import { NumberForm } from './number-form.tsx';
import type { Node, Tree } from './use-tree.ts';

interface DetailProps {
  readonly node: Node;
  readonly tree: Tree;
  readonly choose: (id: string | undefined) => void;
  readonly leave: () => void;
}

export function Detail({ node, tree, choose, leave }: DetailProps): ReactNode {
  const { t } = useTranslation('places');
  const kind = t(`web.premises.kinds.${node.kind}`);
  return (
    <PairDetail label={node.name} leave={leave}>
      <header>
        <p className="muted">{[...node.above, kind].join(' · ')}</p>
        <h2>{node.name}</h2>
      </header>
      <Facts node={node} />
      {tree.keeps && (
        <FormActions label={t('web.premises.actions')} actions={actionsOf(t, node, tree, leave)} />
      )}
      {node.kind === 'building' && (
        <BuildingChart
          premiseId={node.premise.premiseId}
          choose={(entrance, room) => {
            tree
              .reveal([node.siteId, node.id, ...(entrance === node.id ? [] : [entrance]), room])
              .then(() => choose(room))
              .catch(reportError);
          }}
        />
      )}
    </PairDetail>
  );
}

function Facts({ node }: { readonly node: Node }): ReactNode {
  const { t } = useTranslation('places');
  const facts: (readonly [string, string | number])[] = [];
  if (node.kind === 'estate') {
    const { areaName, kind, buildings, rooms, households, propertyCompany } = node.estate;
    facts.push(
      [t('web.premises.fact.area'), areaName],
      [t('web.premises.fact.kind'), t(`web.premises.estate.${kind}`)],
      [t('web.premises.fact.buildings'), buildings],
      [t('web.premises.fact.rooms'), rooms],
      [t('web.premises.fact.households'), households ?? '—'],
      [t('web.premises.fact.company'), propertyCompany ?? '—'],
    );
  } else if (node.kind === 'room') {
    facts.push([t('web.premises.fact.floor'), node.premise.floor ?? '—']);
  } else {
    facts.push([t('web.premises.fact.rooms'), node.premise.rooms]);
  }
  return (
    <dl className="premises-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function actionsOf(
  t: ReturnType<typeof useTranslation<'places'>>['t'],
  node: Node,
  tree: Tree,
  leave: () => void,
): readonly FormAction[] {
  const renewed = (close: Close): Close => ({
    ...close,
    done: () => {
      tree.renew(node.siteId);
      tree.toggle(node.id, true);
      close.done();
    },
  });
  const kinds = kindsBelow(node.kind === 'estate' ? 'site' : node.kind);
  const begins = kinds.map((kind) => ({
    key: kind,
    label: t(`web.premises.add.${kind}`),
    form: (close: Close) => <NameForm node={node} kind={kind} close={renewed(close)} />,
  }));
  if (node.kind === 'estate') return begins;
  const { premise } = node;
  return [
    ...(kinds.includes('room')
      ? [
          {
            key: 'number',
            label: t('web.premises.number.button'),
            form: (close: Close) => <NumberForm node={node} close={renewed(close)} />,
          },
        ]
      : []),
    ...begins,
    {
      key: 'rename',
      label: t('web.premises.rename.button'),
      form: (close) => (
        <NameForm
          node={node}
          kind={premise.kind}
          premise={premise}
          close={{
            ...close,
            done: () => {
              tree.renew(node.siteId);
              close.done();
            },
          }}
        />
      ),
    },
    {
      key: 'end',
      label: t('web.premises.end.button'),
      form: (close) => (
        <EndForm
          premise={premise}
          close={close}
          ended={() => {
            tree.renew(node.siteId);
            leave();
          }}
        />
      ),
    },
  ];
}

interface EndFormProps {
  readonly premise: Premise;
  readonly close: Close;
  readonly ended: () => void;
}

function EndForm({ premise, close, ended }: EndFormProps): ReactNode {
  const { t } = useTranslation('places');
  const { premiseId, version, name, rooms, kind } = premise;
  const form = useForm({
    name: `end ${premiseId}`,
    endpoint: endPremise,
    empty: {},
    request: () => ({ params: { premiseId }, body: { version } }),
    refresh: [getBuilding],
    done: ended,
  });
  return (
    <FormFrame
      form={form}
      label={t('web.premises.end.title', { name })}
      text={
        kind === 'room'
          ? t('web.premises.end.text', { name })
          : t('web.premises.end.textWith', { name, rooms })
      }
      submit={t('web.premises.end.submit')}
      grave
      cancel={close.cancel}
    />
  );
}
