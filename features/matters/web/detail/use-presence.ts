/** Tells that this page has the matter open, and hears who else has it; a page nobody is at says nothing and is forgotten. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { type Action, lookAtMatter } from '#features/matters/contract.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { MatterId } from '#kernel/ids.ts';
import { isAttended } from '#ui/attention/attended.ts';
import { addressOf } from '#ui/client/address.ts';
import { call } from '#ui/client/call.ts';
import { newCommandId } from '#ui/client/command-id.ts';
import { useLive } from '#ui/live/use-live.ts';

export type Other = Answer<typeof lookAtMatter>['others'][number];

/** This page, as long as it is open. */
const SEAT = newCommandId();
const EVERY = 15_000;
const PRESENCE = ['presence'];

/** @param doing the step that is being filled in here */
export function usePresence(matterId: MatterId, doing: Action | null): readonly Other[] {
  const read = useQuery({
    queryKey: [lookAtMatter.id, matterId, doing],
    queryFn: async ({ signal }) =>
      call(lookAtMatter, { params: { matterId }, body: { seat: SEAT, doing } }, { signal }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
    placeholderData: keepPreviousData,
  });
  const again = useEffectEvent(() => {
    if (isAttended()) read.refetch().catch(reportError);
  });
  useLive(PRESENCE, ({ data }) => {
    if (data['thing'] === `matter:${matterId}`) again();
  });
  useEffect(() => {
    const timer = setInterval(() => again(), EVERY);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    const closes = (): void => leaveAtOnce(matterId);
    window.addEventListener('pagehide', closes);
    return () => {
      window.removeEventListener('pagehide', closes);
      leave(matterId);
    };
  }, [matterId]);
  return read.data?.others ?? [];
}

const leaving = { seat: SEAT, leaving: true };

/** Who cannot say goodbye is forgotten all the same. */
function leave(matterId: MatterId): void {
  call(lookAtMatter, { params: { matterId }, body: leaving }).catch(() => undefined);
}

/** A page that closes waits for no answer. */
function leaveAtOnce(matterId: MatterId): void {
  const said = new Blob([JSON.stringify(leaving)], { type: 'application/json' });
  navigator.sendBeacon(addressOf(lookAtMatter.path, { matterId }, undefined), said);
}
