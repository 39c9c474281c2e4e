/** Codes by their standards; each reader answers the normal form or a refusal. */
export { creditCheck, creditCode, organisationCheck } from './credit-code.ts';
export {
  areaCode,
  DIVISION_LEVELS,
  type DivisionCode,
  type DivisionKind,
  type DivisionLevel,
  divisionCode,
  isLocalCode,
  parentCode,
} from './division-code.ts';
export { type IdentityNumber, identityCheck, identityNumber } from './identity-number.ts';
export { type UnitGridCode, unitGridCode } from './unit-grid-code.ts';
