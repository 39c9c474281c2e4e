/** The report form: position, photos, a map to point on, a draft, and no sending into nothing. */
import { draftName, dropDraft, fillForm, findDraft, keepDraft, readForm } from './draft.ts';
import { get, say } from './find.ts';
import { improvePhotos } from './photos.ts';
import { improveWhere } from './where.ts';

export function improveReport(form: HTMLFormElement): void {
  improvePhotos(form);
  const where = improveWhere(get(form, '[data-where]'));
  keepTyped(form, where.refresh);
  sendOnce(form);
}

/** Fields that alone make a draft worth restoring. */
const TYPED = ['description', 'placeText', 'reporterName', 'reporterPhone'];

function keepTyped(form: HTMLFormElement, refresh: () => void): void {
  const name = draftName(form.action);
  const note = document.querySelector<HTMLElement>('[data-draft-note]');
  get(form, '[data-draft-kept]').hidden = false;
  const draft = findDraft(name);
  const refused = document.getElementById('summary') !== null;
  // A form that came back refused holds what was typed already.
  if (draft !== undefined && !refused && TYPED.some((field) => draft[field])) {
    fillForm(form, draft);
    refresh();
    if (note !== null) note.hidden = false;
  }
  const keep = () => keepDraft(name, readForm(form));
  form.addEventListener('input', keep);
  form.addEventListener('change', keep);
  note?.querySelector('[data-discard]')?.addEventListener('click', () => {
    dropDraft(name);
    location.assign(form.action);
  });
}

function sendOnce(form: HTMLFormElement): void {
  const note = get(form, '[data-note]');
  const button = get(form, '.send button');
  let sending = false;
  form.addEventListener('submit', (event) => {
    if (sending) event.preventDefault();
    else if (!navigator.onLine) {
      event.preventDefault();
      say(note, form.dataset['offline'] ?? '', true);
    } else {
      sending = true;
      button.setAttribute('aria-disabled', 'true');
      say(note, form.dataset['sending'] ?? '');
    }
  });
  // Back from the next page, the form is ready again.
  addEventListener('pageshow', () => {
    sending = false;
    button.removeAttribute('aria-disabled');
    say(note, '');
  });
}
