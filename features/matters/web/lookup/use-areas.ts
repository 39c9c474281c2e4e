/** Areas a filter or a form can name, with what they lie in. */
import { useMemo } from 'react';
import { type Choices, choicesFrom } from './choices.ts';
import { usePlace } from './use-place.ts';

export interface Areas extends Choices {
  /** The area of this name; undefined where none or several have it. */
  idOfName(name: string): string | undefined;
}

interface Area {
  readonly areaId: string;
  readonly name: string;
  readonly parentId: string | null;
}

export function useAreas(): Areas {
  const read = usePlace();
  return useMemo(() => areasFrom(read.data?.areas ?? []), [read.data]);
}

/** The own name first, then what it lies in: so it is found by typing, and told apart. */
function areasFrom(areas: readonly Area[]): Areas {
  const byId = new Map(areas.map((area) => [area.areaId, area]));
  const label = ({ name, parentId }: Area): string => {
    const parent = parentId === null ? undefined : byId.get(parentId);
    return parent === undefined ? name : `${name} · ${parent.name}`;
  };
  const names = new Map(areas.map(({ areaId, name }) => [areaId, name]));
  return {
    choices: choicesFrom(areas.map((area) => ({ value: area.areaId, label: label(area) }))).choices,
    nameOf: (id) => names.get(id),
    idOfName: (name) => {
      const found = areas.filter((area) => area.name === name);
      return found.length === 1 ? found[0]?.areaId : undefined;
    },
  };
}
