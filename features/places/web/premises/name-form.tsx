/** A building, entrance or room by its name: begun, or called otherwise. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '#ui/forms/fields.tsx';
import type { Close } from '#ui/forms/form-actions.tsx';
import { FormFrame } from '#ui/forms/form-frame.tsx';
import { type Form, useForm } from '#ui/forms/use-form.ts';
import { addPremises, getBuilding, type Premise, renamePremise } from '../../contract.ts';
import { floorOf } from '../../rules/premises/names.ts';
import type { Node } from './use-tree.ts';

interface NameFormProps {
  readonly node: Node;
  readonly kind: Premise['kind'];
  /** What gets another name; absent where it begins. */
  readonly premise?: Premise;
  readonly close: Close;
}

export function NameForm({ premise, ...props }: NameFormProps): ReactNode {
  return premise === undefined ? <Begin {...props} /> : <Rename {...props} premise={premise} />;
}

const EMPTY = { name: '', floor: '' };

function floorFrom(kind: Premise['kind'], { name, floor }: typeof EMPTY): number | null {
  if (kind !== 'room') return null;
  const said = Number.parseInt(floor, 10);
  return Number.isNaN(said) ? floorOf(name.trim()) : said;
}

function Begin({ node, kind, close }: NameFormProps): ReactNode {
  const { t } = useTranslation('places');
  const form = useForm({
    name: `begin ${kind} ${node.id}`,
    endpoint: addPremises,
    empty: EMPTY,
    required: ['name'],
    request: (values) => ({
      body: {
        siteId: node.siteId,
        aboveId: node.kind === 'estate' ? null : node.premise.premiseId,
        kind,
        items: [{ name: values.name, floor: floorFrom(kind, values) }],
      },
    }),
    refresh: [getBuilding],
    done: close.done,
  });
  return <Frame form={form} kind={kind} label={t(`web.premises.add.${kind}`)} close={close} />;
}

function Rename({
  kind,
  premise,
  close,
}: NameFormProps & { readonly premise: Premise }): ReactNode {
  const { t } = useTranslation('places');
  const { premiseId, version, name, floor } = premise;
  const form = useForm({
    name: `rename ${premiseId} ${version}`,
    endpoint: renamePremise,
    empty: { name, floor: floor === null ? '' : String(floor) },
    required: ['name'],
    request: (values) => ({
      params: { premiseId },
      body: { version, name: values.name, floor: floorFrom(kind, values) },
    }),
    refresh: [getBuilding],
    done: close.done,
  });
  return <Frame form={form} kind={kind} label={t('web.premises.rename.button')} close={close} />;
}

interface FrameProps {
  readonly form: Form<typeof EMPTY>;
  readonly kind: Premise['kind'];
  readonly label: string;
  readonly close: Close;
}

function Frame({ form, kind, label, close }: FrameProps): ReactNode {
  const { t } = useTranslation('places');
  return (
    <FormFrame form={form} label={label} submit={t('web.premises.save')} cancel={close.cancel}>
      <div className="form-pair">
        <TextField
          form={form}
          name="name"
          label={t('web.premises.name')}
          hint={t(`web.premises.nameHint.${kind}`)}
          most={60}
        />
        {kind === 'room' && (
          <TextField
            form={form}
            name="floor"
            label={t('web.premises.fact.floor')}
            hint={t('web.premises.floorHint')}
            most={4}
            optional
          />
        )}
      </div>
    </FormFrame>
  );
}
