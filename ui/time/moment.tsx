/** An instant in words, machine-readable beneath. */
import type { ReactNode } from 'react';
import { useMoment } from './use-moment.ts';

export function Moment({ at }: { readonly at: string }): ReactNode {
  const { moment, timeZone } = useMoment();
  const full = new Date(at).toLocaleString('sv-SE', { timeZone });
  return (
    <time dateTime={at} title={full}>
      {moment(at)}
    </time>
  );
}
