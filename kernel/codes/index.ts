/** Codes by their standards; each reader answers the normal form or a refusal. */
export { creditCheck, creditCode, organisationCheck } from './credit-code.ts';
export { areaCode, divisionCode, parentCode } from './division-code.ts';
export { identityCheck, identityNumber } from './identity-number.ts';
export { unitGridCode } from './unit-grid-code.ts';
