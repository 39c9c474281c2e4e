/** Sends one photo; it is named by its digest afterwards. */
import { uploadPhoto } from '#features/matters/contract.ts';
import { call } from '#ui/client/call.ts';

export async function sendPhoto(file: File): Promise<string> {
  const form = new FormData();
  form.set('photo', file);
  const { digest } = await call(uploadPhoto, {}, { form });
  return digest;
}
