/** The three ways a read can stand: on its way, failed, here. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed, Waiting } from './waiting.tsx';

interface ReadStateProps<T> {
  readonly read: UseQueryResult<T>;
  readonly rows?: number;
  readonly children: (value: T) => ReactNode;
}

export function ReadState<T>({ read, rows = 6, children }: ReadStateProps<T>): ReactNode {
  if (read.data !== undefined) return children(read.data);
  if (read.error) return <Failed error={read.error} retry={read.refetch} />;
  return <Waiting rows={rows} />;
}
