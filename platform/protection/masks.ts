/** What of a protected value may be shown without a purpose. */

/** `138****8000`; shorter numbers show their last two digits. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length >= 10) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  return `****${digits.slice(-2)}`;
}

/** First and last character of an identity number. */
export function maskIdentityNumber(number: string): string {
  return number.length < 3 ? '***' : `${number.slice(0, 1)}${'*'.repeat(16)}${number.slice(-1)}`;
}

/** `王**`: the first character of a name. */
export function maskName(name: string): string {
  const [first = ''] = name.trim();
  return `${first}**`;
}

/** Free text, before search index, tiles, webhooks and open data (design 3.5). */
export { maskedText as maskFreeText } from '#kernel/masking.ts';
