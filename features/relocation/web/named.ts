/** Names of schemes and areas in the language of the desk. */
import type { Locale } from '#kernel/context.ts';
import type { SchemeLine } from '../contract.ts';

/** Empty where the text has no title yet. */
export function titleIn(locale: Locale, title: SchemeLine['title']): string {
  if (title === null) return '';
  return locale === 'en' ? (title.en ?? title.zh) : title.zh;
}

export function areaIn(locale: Locale, { name, nameEn }: SchemeLine['area']): string {
  return locale === 'en' && nameEn !== '' ? nameEn : name;
}
