/** What is chosen in a list stands in the address, so that it can be sent to somebody and gone back from. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { isId } from '#kernel/ids.ts';

export interface Chosen {
  readonly chosen: string | undefined;
  /** Undefined lets go of it. */
  readonly choose: (id: string | undefined) => void;
}

/** @param key its name in the address; what somebody typed there that is no id chooses nothing */
export function useChosen(key: string): Chosen {
  const address: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    chosen: idOf(address[key]),
    choose: (id) => {
      navigate({ to: '.', search: id === undefined ? {} : { [key]: id } }).catch(reportError);
    },
  };
}

/** The id that a part of an address is; undefined where it is none. */
function idOf(text: unknown): string | undefined {
  return typeof text === 'string' && isId(text) ? text : undefined;
}
