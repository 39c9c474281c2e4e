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

const RUN = /(?<![\dXx])(?:\d[\s-]?){6,20}[\dXx](?![\dXx])/g;

/**
 * Phone and identity numbers in free text, masked (design 3.5): before search
 * index, tiles, webhooks and open data. Spaces and dashes inside do not hide one.
 */
export function maskFreeText(text: string): string {
  return text.normalize('NFKC').replace(RUN, (run) => {
    const digits = run.replace(/[\s-]/g, '');
    return isPersonal(digits) ? '*'.repeat(digits.length) : run;
  });
}

function isPersonal(digits: string): boolean {
  const mobile = /^(?:86)?1[3-9]\d{9}$/;
  const landline = /^0\d{9,11}$/;
  const identity = /^[1-9]\d{5}(?:19|20)\d{9}[\dXx]$|^[1-9]\d{14}$/;
  const account = /^\d{16,19}$/;
  return [mobile, landline, identity, account].some((pattern) => pattern.test(digits));
}
