/**
 * Unit grid code of the standards for digital city management (GB/T 30428.1):
 * 15 digits = county 6, street 3, community 3, number within it 3.
 */
import { done, type Outcome, refused } from '../outcome.ts';
import { divisionCode } from './division-code.ts';

interface UnitGridCode {
  readonly code: string;
  /** Code of the community, 12 digits. */
  readonly communityCode: string;
  /** 1 to 999 within the community. */
  readonly number: number;
}

/** Reads a unit grid code; refuses what is not of the form or lies in no community. */
export function unitGridCode(text: string): Outcome<UnitGridCode> {
  const code = text.trim();
  if (!/^\d{15}$/.test(code) || code.endsWith('000')) return refused({ code: 'code.form' });
  const community = divisionCode(code.slice(0, 12));
  if (!community.ok) return community;
  if (community.value.level !== 'village') return refused({ code: 'code.form' });
  return done({ code, communityCode: code.slice(0, 12), number: Number(code.slice(12)) });
}
