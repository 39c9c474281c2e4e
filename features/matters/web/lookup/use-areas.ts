/** Areas a filter or a form can name. */
import { useMemo } from 'react';
import { type Choices, choicesFrom } from './choices.ts';

export interface Areas extends Choices {
  idOfPath(path: string): string | undefined;
}

export function useAreas(): Areas {
  return useMemo(() => ({ ...choicesFrom([]), idOfPath: () => undefined }), []);
}
