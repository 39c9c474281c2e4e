/** Lets through who is signed in; everybody else gets the sign-in page at the step that is missing. */
import { useQueryClient } from '@tanstack/react-query';
import {
  type ComponentProps,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useLayoutEffect,
} from 'react';
import { isRefused } from '#ui/client/refused.ts';
import { useRead } from '#ui/client/use-read.ts';
import { Failed, Waiting } from '#ui/lists/waiting.tsx';
import { beginLive } from '#ui/live/live.ts';
import { TimeZone } from '#ui/time/now.ts';
import { whoAmI } from '../contract.ts';
import { completeSession, SessionContext } from './session.ts';

/** Apart from the desk, which most find themselves signed in to. */
const SignInPage = lazy(async () => {
  const { SignInPage: Page } = await import('./sign-in-page.tsx');
  const { Kit } = await import('#ui/theme/kit.tsx');
  return {
    default: (props: ComponentProps<typeof Page>) => (
      <Kit>
        <Page {...props} />
      </Kit>
    ),
  };
});

const FRESH = 60_000;

export function SessionGate({ children }: { readonly children: ReactNode }): ReactNode {
  const client = useQueryClient();
  const read = useRead(whoAmI, {}, { fresh: FRESH });
  const again = useCallback(async () => {
    await client.resetQueries({ queryKey: [whoAmI.id] });
  }, [client]);
  const tenant = read.data?.tenant;
  // Before any screen begins to listen: layout comes before what screens do after it.
  useLayoutEffect(() => {
    if (tenant) beginLive(tenant.tenantId, tenant.position);
  }, [tenant]);
  if (isRefused(read.error, 'access.sign_in_required')) {
    return (
      <Suspense fallback={<Waiting />}>
        <SignInPage step={undefined} signedIn={again} />
      </Suspense>
    );
  }
  if (read.data === undefined) {
    return read.error ? <Failed error={read.error} retry={read.refetch} /> : <Waiting />;
  }
  const session = completeSession(read.data);
  if (session === undefined) {
    return (
      <Suspense fallback={<Waiting />}>
        <SignInPage step={read.data.next} signedIn={again} />
      </Suspense>
    );
  }
  return (
    <SessionContext value={session}>
      <TimeZone value={session.tenant.timeZone}>{children}</TimeZone>
    </SessionContext>
  );
}
