/**
 * What the server or the network refused is shown where it was asked for; as an
 * uncaught error it would only say again that a session ended or a line was cut.
 */
import { isRefused } from './refused.ts';

export function letRefusalsBe(): void {
  const isExpected = (error: unknown): boolean =>
    isRefused(error, 'client.offline') || isRefused(error, 'access.sign_in_required');
  window.addEventListener('unhandledrejection', (event) => {
    if (isExpected(event.reason)) event.preventDefault();
  });
  window.addEventListener('error', (event) => {
    if (isExpected(event.error)) event.preventDefault();
  });
}
