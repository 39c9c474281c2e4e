/** From what was typed to a report, or to the sentence at each field that is not yet right. */
import type { z } from 'zod';
import type { AreaId, FileDigest } from '#kernel/ids.ts';
import { isId } from '#kernel/ids.ts';
import type { reportMatter } from '../contract.ts';
import { fileDigest, PHOTO_LIMIT, TEXT_LIMIT } from '../rules/action-input.ts';
import type { Say } from './texts.ts';

export type ReportBody = z.output<NonNullable<(typeof reportMatter)['body']>>;

/** The form as it was sent, kept when something is refused. */
export interface ReportTyped {
  readonly description: string;
  readonly placeText: string;
  readonly areaId: string;
  readonly lng: string;
  readonly lat: string;
  readonly reporterName: string;
  readonly reporterPhone: string;
  readonly reporterShared: boolean;
  readonly forOther: boolean;
  readonly personal: boolean;
  /** Photos that had arrived before the form was refused. */
  readonly photos: readonly FileDigest[];
}

export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One value of a field; the first where it stands several times. */
export function one(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** As typed, without blanks around and with full-width letters and digits as plain ones. */
export function plainText(text: string): string {
  return text.normalize('NFKC').trim();
}

export function readReport(fields: Fields): ReportTyped {
  const text = (name: string) => one(fields, name).replaceAll('\r\n', '\n').trim();
  return {
    description: text('description'),
    placeText: text('placeText'),
    areaId: text('areaId'),
    lng: text('lng'),
    lat: text('lat'),
    reporterName: text('reporterName'),
    reporterPhone: plainText(text('reporterPhone')),
    reporterShared: text('reporterShared') === 'yes',
    forOther: text('forOther') === 'yes',
    personal: text('personal') === 'yes',
    photos: keptPhotos(fields),
  };
}

function keptPhotos(fields: Fields): readonly FileDigest[] {
  return Array.from({ length: PHOTO_LIMIT }, (_none, index) =>
    fileDigest.safeParse(one(fields, `keep${index}`)),
  ).flatMap((parsed) => (parsed.success ? [parsed.data] : []));
}

const PLACE_LIMIT = 200;
const NAME_LIMIT = 60;
/** Digits with what people put between them, mobile or fixed, with or without country code. */
const PHONE = /^\+?\d[\d\s()-]{5,19}$/;

/** Whether it can be a phone number, mobile or fixed. */
export function isPhone(text: string): boolean {
  return PHONE.test(text);
}

/** What is not yet right, by field, in the order of the form. */
export function reportErrors(
  say: Say,
  typed: ReportTyped,
  photoCount: number,
): Map<string, string> {
  const errors = new Map<string, string>();
  const wrong = (field: string, holds: boolean, sentence: () => string) => {
    if (holds && !errors.has(field)) errors.set(field, sentence());
  };
  const { description, placeText, reporterName, reporterPhone } = typed;
  wrong('photos', photoCount > PHOTO_LIMIT, () =>
    say('report.error.photos_many', { limit: PHOTO_LIMIT }),
  );
  wrong('description', description === '' && photoCount === 0, () =>
    say('report.error.description'),
  );
  wrong('description', description.length > TEXT_LIMIT, () =>
    say('report.error.description_long', { limit: TEXT_LIMIT, length: description.length }),
  );
  wrong('placeText', placeText === '' && typed.areaId === '' && pointOf(typed) === undefined, () =>
    say('report.error.place'),
  );
  wrong('placeText', placeText.length > PLACE_LIMIT, () =>
    say('report.error.place_long', { limit: PLACE_LIMIT }),
  );
  wrong('areaId', typed.areaId !== '' && !isId(typed.areaId), () => say('report.error.area'));
  wrong('reporterName', reporterName.length > NAME_LIMIT, () =>
    say('report.error.name_long', { limit: NAME_LIMIT }),
  );
  wrong('reporterPhone', reporterPhone !== '' && !isPhone(reporterPhone), () =>
    say('report.error.phone'),
  );
  wrong('reporterPhone', reporterPhone === '' && typed.forOther, () =>
    say('report.error.for_other'),
  );
  wrong('reporterPhone', reporterPhone === '' && typed.reporterShared, () =>
    say('report.error.shared'),
  );
  return errors;
}

/** The body of the command; to be called where `reportErrors` found nothing. */
export function reportBody(
  say: Say,
  typed: ReportTyped,
  photos: readonly FileDigest[],
): ReportBody {
  const { description, placeText, reporterName, reporterPhone, reporterShared, personal } = typed;
  const { forOther } = typed;
  return {
    title: '',
    description: description === '' ? say('report.photo_only') : description,
    placeText,
    ...(typed.areaId !== '' && { areaId: typed.areaId as AreaId }),
    ...pointOf(typed),
    photos: [...photos],
    reporterName,
    reporterPhone,
    reporterShared,
    forOther,
    personal,
  };
}

/** The point the phone or the map gave; half a point or words are none. */
function pointOf({ lng, lat }: ReportTyped): { lng: number; lat: number } | undefined {
  if (lng === '' || lat === '') return undefined;
  const point = { lng: Number(lng), lat: Number(lat) };
  return Number.isFinite(point.lng) && Number.isFinite(point.lat) ? point : undefined;
}
