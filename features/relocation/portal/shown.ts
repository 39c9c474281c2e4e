/** A published version as the pages get it, and how it is named and found. */
import type { Content, Door, Visit } from '#features/matters/portal/public.ts';
import type { Locale } from '#kernel/context.ts';
import type { VersionState } from '../rules/publication/steps.ts';
import { sayFor } from './texts.ts';

export interface ShownVersion {
  readonly code: string;
  readonly label: string;
  readonly state: VersionState;
  readonly title: { readonly zh: string; readonly en: string | null };
  readonly digest: string;
  readonly publishedAt: string;
  readonly endedAt: string | null;
  readonly reason: string | null;
  readonly areaName: string;
  readonly areaNameEn: string;
}

const PATH = 'compensation';

/** How the first page of the portal leads here. */
export function compensationDoor(locale: Locale): Door {
  const say = sayFor(locale);
  return { path: PATH, title: say('list.title'), note: say('list.door') };
}

/** Below the place's address. */
export function schemeAddress({ code }: Pick<ShownVersion, 'code'>): string {
  return `${PATH}/${encodeURIComponent(code)}`;
}

/** One that holds no longer is named by its version; the one that holds by none, so that links stay current. */
export function versionQuery({ state, label }: Pick<ShownVersion, 'state' | 'label'>): string {
  return state === 'published' ? '' : `?version=${encodeURIComponent(label)}`;
}

export function titleOf(locale: Locale, { title }: Pick<ShownVersion, 'title'>): string {
  return locale === 'en' ? (title.en ?? title.zh) : title.zh;
}

/** `2026年11月26日`, in the time of the place. */
export function dayOf({ locale, timeZone }: Visit, instant: string): string {
  const language = locale === 'zh' ? 'zh-CN' : 'en-GB';
  const form = { dateStyle: 'long', timeZone } as const;
  return new Intl.DateTimeFormat(language, form).format(new Date(instant));
}

/** The stylesheet of these pages, beside the one of all. */
export function sheetOf({ assets }: Visit): Pick<Content, 'style'> {
  return assets.compensation === undefined ? {} : { style: assets.compensation };
}
