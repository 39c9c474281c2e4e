/** From what was typed to a correction of the contact, or to the sentence at each field. */
import { type Fields, isPhone, one, plainText } from './report-form.ts';
import type { Say } from './texts.ts';

export interface ContactTyped {
  readonly name: string;
  readonly phone: string;
  readonly shared: boolean;
}

const NAME_LIMIT = 60;

export function readContact(fields: Fields): ContactTyped {
  return {
    name: plainText(one(fields, 'name')),
    // `phone` is the proof's on every form of a followed matter.
    phone: plainText(one(fields, 'newPhone')),
    shared: one(fields, 'shared') === 'yes',
  };
}

/** @param before whether anything differs from what is held is said by `shared` alone where nothing was typed */
export function contactErrors(
  say: Say,
  { name, phone, shared }: ContactTyped,
  before: { readonly shared: boolean; readonly phone: string },
): Map<string, string> {
  const errors = new Map<string, string>();
  if (name === '' && phone === '' && shared === before.shared) {
    errors.set('name', say('data.error.nothing'));
  }
  if (name.length > NAME_LIMIT) {
    errors.set('name', say('report.error.name_long', { limit: NAME_LIMIT }));
  }
  if (phone !== '' && !isPhone(phone)) errors.set('newPhone', say('report.error.phone'));
  if (shared && phone === '' && before.phone === '') {
    errors.set('newPhone', say('report.error.shared'));
  }
  return errors;
}
