/** Who is responsible here: by the phone's position. */
import { get, getInput, say } from './find.ts';
import { findPosition } from './position.ts';

export function improveResponsible(form: HTMLFormElement): void {
  const note = get(form, '[data-note]');
  get(form, '[data-locate]').addEventListener('click', () => {
    say(note, form.dataset['locating'] ?? '');
    findPosition().then((found) => {
      if (found === undefined) {
        say(note, form.dataset['failed'] ?? '');
        return;
      }
      getInput(form, 'lng').value = found.lng.toFixed(6);
      getInput(form, 'lat').value = found.lat.toFixed(6);
      form.submit();
    }, reportError);
  });
}
