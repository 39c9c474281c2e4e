/** How this screen becomes somebody's wall: by a code that is allowed at a desk, or by a link that carries a token. */
import { pairDevice } from '#features/access/contract.ts';
import { call } from '#ui/client/call.ts';

export async function askCode(): Promise<string | undefined> {
  const answer = await call(pairDevice, { body: {} }).catch(() => undefined);
  return answer?.code ?? undefined;
}

/**
 * `/wall#token=…`, of a demonstration: takes the token out of the address,
 * whether it holds or not; the screen then shows what it is paired for.
 */
export async function takeOverDevice(): Promise<void> {
  const token = new URLSearchParams(window.location.hash.slice(1)).get('token');
  if (token === null) return;
  window.history.replaceState(null, '', window.location.pathname);
  // A token that holds no more leaves the screen waiting to be paired.
  await call(pairDevice, { body: { token } }).catch(() => undefined);
}
