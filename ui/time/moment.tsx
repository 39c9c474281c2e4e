/** An instant in words, machine-readable beneath. */
import type { ReactNode } from 'react';
import { useMoment } from './use-moment.ts';
import { fullMoment } from './words.ts';

export function Moment({ at }: { readonly at: string }): ReactNode {
  const { moment, timeZone } = useMoment();
  return (
    <time dateTime={at} title={fullMoment(at, timeZone)}>
      {moment(at)}
    </time>
  );
}
