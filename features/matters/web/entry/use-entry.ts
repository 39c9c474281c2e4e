/** What is being entered: kept while the page is open, sent once. */
import { useState } from 'react';
import type { z } from 'zod';
import { enterMatter } from '#features/matters/contract.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { useDraft } from '#ui/forms/draft.ts';
import type { ChosenPhoto } from '#ui/forms/photo-field.tsx';
import { type FieldErrors, useFieldErrors } from '#ui/forms/use-field-errors.ts';

type Body = z.input<NonNullable<typeof enterMatter.body>>;

export interface EntryValues {
  readonly source: Body['source'];
  readonly description: string;
  readonly placeText: string;
  readonly areaId: string | undefined;
  readonly categoryId: string | undefined;
  readonly condition: string;
  readonly lng: number | undefined;
  readonly lat: number | undefined;
  readonly reporterName: string;
  readonly reporterPhone: string;
  readonly reporterShared: boolean;
  readonly personal: boolean;
  readonly photos: readonly ChosenPhoto[];
}

const EMPTY: EntryValues = {
  source: 'telephone',
  description: '',
  placeText: '',
  areaId: undefined,
  categoryId: undefined,
  condition: '',
  lng: undefined,
  lat: undefined,
  reporterName: '',
  reporterPhone: '',
  reporterShared: false,
  personal: false,
  photos: [],
};

export interface Entered {
  readonly matterId: string;
  readonly number: string;
  readonly followKey: string;
  readonly filed: boolean;
}

export interface Entry {
  readonly values: EntryValues;
  readonly change: (part: Partial<EntryValues>) => void;
  readonly clear: () => void;
  readonly submit: () => void;
  readonly busy: boolean;
  readonly errors: FieldErrors;
}

/** @param entered called with what the server made of it */
export function useEntry(entered: (entered: Entered) => void): Entry {
  const { draft, change, clear } = useDraft<EntryValues>('enter');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const command = useCommand(enterMatter);
  const values: EntryValues = { ...EMPTY, ...draft };
  const errors = useFieldErrors(command.error, missing, Object.keys(EMPTY));
  const submit = (): void => {
    const empty = values.description.trim() === '';
    setMissing(empty ? ['description'] : []);
    if (empty) return;
    command.mutate(
      { body: bodyOf(values) },
      {
        onSuccess: (answer) => {
          clear();
          // The next one most likely comes in the same way.
          change({ source: values.source });
          entered({ ...answer, filed: values.categoryId !== undefined });
        },
      },
    );
  };
  return { values, change, clear, submit, busy: command.isPending, errors };
}

/** What is not given is left out: the server finds area and grid from the point. */
function bodyOf(values: EntryValues): Body {
  const { areaId, categoryId, lng, lat, photos, ...rest } = values;
  return {
    ...rest,
    photos: photos.map(({ digest }) => digest),
    ...(areaId !== undefined && { areaId }),
    ...(categoryId !== undefined && { categoryId }),
    ...(lng !== undefined && lat !== undefined && { lng, lat }),
  };
}
