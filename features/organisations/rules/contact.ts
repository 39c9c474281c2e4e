/** How residents reach a unit: what it may say of itself in public. */

/** Most characters of each part. */
export const CONTACT_LIMITS = { phone: 40, address: 100, hours: 60 } as const;

/** Something to dial, with what people write beside it: `0371-67770000 转 8`. */
export const PHONE_OF_UNIT = /^(?:[^\d\n]*\d){3}[^\n]*$/;
