/** After sending: the draft is done with, and the page can be printed. */
import { draftName, dropDraft } from './draft.ts';
import { get } from './find.ts';

export function improveSent(place: HTMLElement): void {
  // The page answers the form's own address, so the draft has the same name.
  dropDraft(draftName(location.href));
  get(place, '[data-print]').addEventListener('click', () => print());
}
