/** Rooms of a whole entrance at once, numbered floor by floor. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '#ui/forms/fields.tsx';
import type { Close } from '#ui/forms/form-actions.tsx';
import { FormFrame } from '#ui/forms/form-frame.tsx';
import { useForm } from '#ui/forms/use-form.ts';
import { addPremises, getBuilding } from '../../contract.ts';
import { numberRooms } from '../../rules/premises/names.ts';
import type { Node } from './use-tree.ts';

interface NumberFormProps {
  readonly node: Exclude<Node, { kind: 'estate' }>;
  readonly close: Close;
}

const USUAL = { lowest: '1', highest: '6', perFloor: '2' };

export function NumberForm({ node, close }: NumberFormProps): ReactNode {
  const { t } = useTranslation('places');
  const form = useForm({
    name: `number ${node.id}`,
    endpoint: addPremises,
    empty: USUAL,
    required: ['lowest', 'highest', 'perFloor'],
    request: (values) => ({
      body: {
        siteId: node.siteId,
        aboveId: node.premise.premiseId,
        kind: 'room' as const,
        items: [...roomsOf(values)],
      },
    }),
    refresh: [getBuilding],
    done: close.done,
  });
  const rooms = roomsOf(form.values);
  const [first, last] = [rooms[0], rooms.at(-1)];
  return (
    <FormFrame
      form={form}
      label={t('web.premises.number.button')}
      text={
        first === undefined || last === undefined
          ? t('web.premises.number.nonsense')
          : t('web.premises.number.text', {
              count: rooms.length,
              first: first.name,
              last: last.name,
            })
      }
      submit={t('web.premises.number.submit', { count: rooms.length })}
      cancel={close.cancel}
    >
      <div className="premises-three">
        <TextField form={form} name="lowest" label={t('web.premises.number.lowest')} most={3} />
        <TextField form={form} name="highest" label={t('web.premises.number.highest')} most={3} />
        <TextField form={form} name="perFloor" label={t('web.premises.number.perFloor')} most={2} />
      </div>
    </FormFrame>
  );
}

function roomsOf({ lowest, highest, perFloor }: typeof USUAL) {
  return numberRooms({
    lowest: Number(lowest),
    highest: Number(highest),
    perFloor: Number(perFloor),
  });
}
