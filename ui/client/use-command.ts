/** Sends a command; a retry of the same content carries the same id. */
import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Answer, Endpoint } from '#kernel/endpoint.ts';
import { call, type Request } from './call.ts';
import { CommandKey } from './command-id.ts';

export function useCommand<E extends Endpoint>(
  endpoint: E,
): UseMutationResult<Answer<E>, Error, Request<E>> {
  const key = useRef<CommandKey>(null);
  key.current ??= new CommandKey();
  const { current } = key;
  return useMutation<Answer<E>, Error, Request<E>>({
    mutationFn: async (request) => {
      const answer = await call(endpoint, request, { commandId: current.idFor(request) });
      current.done();
      return answer;
    },
  });
}
