/** Who reported: protected name and phone, and the key with which anybody follows their report. */
import { createHash, randomInt } from 'node:crypto';
import type { Context } from '#kernel/context.ts';
import type { ReporterId } from '#kernel/ids.ts';
import type { Change } from '#platform/command/change.ts';
import type { Services } from '#platform/services.ts';
import { reporterAggregate } from './aggregates.ts';
import { dayOfTenant } from './figure-rows.ts';

export interface ReporterWords {
  readonly reporterName: string;
  readonly reporterPhone: string;
  /** Reported for somebody else: the contact is the helper's. */
  readonly forOther?: boolean | undefined;
}

export interface NewReporter {
  readonly change: Change;
  readonly followKey: string;
}

export function reporterChange(
  services: Pick<Services, 'protection'>,
  context: Context,
  { reporterName, reporterPhone, forOther }: ReporterWords,
): NewReporter {
  const { tenantId } = context;
  const { protection } = services;
  const guard = (field: 'reporters.name' | 'reporters.phone', text: string) =>
    text === '' ? null : protection.protect(tenantId, field, text);
  const phone = plainPhone(reporterPhone);
  const followKey = newFollowKey();
  const { type, table, idColumn, authority } = reporterAggregate;
  return {
    followKey,
    change: {
      type,
      table,
      idColumn,
      authority,
      id: context.ids.next<ReporterId>(),
      kind: 'reporter.begin',
      set: forOther === true ? { forOther } : {},
      protected: {
        name: guard('reporters.name', reporterName),
        phone: guard('reporters.phone', phone),
      },
      derived: {
        phoneHash: phone === '' ? null : (phoneHashes(services, context, phone)[0] ?? null),
        followHash: followHash(followKey),
      },
    },
  };
}

/** Keyed hashes a phone is found by: of the current key first, then of those rotated out. */
export function phoneHashes(
  services: Pick<Services, 'protection'>,
  context: Context,
  phone: string,
): readonly string[] {
  return services.protection.searchHashes(context.tenantId, 'reporters.phone', phone);
}

/** Digits alone, without the country's prefix, so that a number is found however it is written. */
export function plainPhone(text: string): string {
  const digits = text.normalize('NFKC').replace(/\D/g, '');
  return digits.replace(/^(?:0086|86)(?=1\d{10}$)/, '');
}

const KEY_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const KEY_LENGTH = 12;

/** Twelve letters without those that are taken for one another; given once. */
export function newFollowKey(): string {
  return Array.from({ length: KEY_LENGTH }, () => KEY_LETTERS[randomInt(KEY_LETTERS.length)]).join(
    '',
  );
}

export function followHash(key: string): string {
  return createHash('sha256').update(`follow ${key.trim().toLowerCase()}`).digest('hex');
}

/** A number to read out on the telephone: day and six digits, `261122-048173`. */
export function numberFor(context: Context, at: string): string {
  const day = dayOfTenant(context)(at).slice(2).replaceAll('-', '');
  // The last 48 bits of an identifier are random.
  const drawn = Number.parseInt(context.ids.next().slice(-12), 16) % 1_000_000;
  return `${day}-${drawn.toString().padStart(6, '0')}`;
}

/** Name and phone in the clear; empty where none was left. */
export function openReporter(
  services: Services,
  { tenantId }: Context,
  name: string | null,
  phone: string | null,
): { readonly name: string; readonly phone: string } {
  const { protection } = services;
  return {
    name: name === null ? '' : protection.open(tenantId, 'reporters.name', name),
    phone: phone === null ? '' : protection.open(tenantId, 'reporters.phone', phone),
  };
}
