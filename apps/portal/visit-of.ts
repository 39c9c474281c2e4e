/** From a request to a visit: the place, the language, the size of type. */

import type { publicCategories } from '#features/matters/contract.ts';
import { type Visit, visit } from '#features/matters/portal/public.ts';
import { compensationDoor } from '#features/relocation/portal/public.ts';
import type { Context, Locale } from '#kernel/context.ts';
import { instantNow } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import { chooseLocale } from '#platform/http/i18n.ts';
import type { Exchange } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';
import type { PortalOptions } from './ports.ts';

export type Place = Answer<typeof publicCategories>;

export interface Visited {
  readonly visit: Visit;
  readonly place: Place;
}

/** One request to the portal, with all that its handling needs. */
export interface Call {
  readonly options: PortalOptions;
  readonly services: Services;
  readonly context: Context;
  readonly tenant: string;
  readonly exchange: Exchange;
}

/** A place changes rarely and every page shows its name. */
const KEPT_FOR = 30_000;
const kept = new WeakMap<
  PortalOptions,
  Map<string, { readonly until: number; readonly place: Place }>
>();

/** @param path address of the page below the tenant's, without language and size */
export async function visitOf(call: Call, path: string): Promise<Outcome<Visited>> {
  const found = await placeOf(call);
  if (!found.ok) return found;
  const place = found.value;
  const locale = localeOf(call.exchange);
  return done({
    place,
    visit: visit({
      ...preferences(call.exchange),
      locale,
      tenant: call.tenant,
      placeName:
        locale === 'en' && place.tenantNameEn !== '' ? place.tenantNameEn : place.tenantName,
      demonstration: place.demonstration,
      path,
      timeZone: call.context.timeZone,
      now: instantNow(call.context.clock),
      assets: call.options.assets,
      doors: call.options.ports.compensation === undefined ? [] : [compensationDoor(locale)],
    }),
  });
}

/** A visit of which the place is not known: for pages that refuse. */
export function visitOfNobody(
  options: Pick<PortalOptions, 'assets'>,
  exchange: Pick<Exchange, 'url' | 'cookies' | 'headers'>,
  now: string,
): Visit {
  return visit({
    ...preferences(exchange),
    locale: localeOf(exchange),
    tenant: '',
    placeName: '',
    demonstration: false,
    path: '',
    timeZone: 'Asia/Shanghai',
    now,
    assets: options.assets,
  });
}

async function placeOf(call: Call): Promise<Outcome<Place>> {
  const { options, services, context, tenant, exchange } = call;
  const places = kept.get(options) ?? new Map();
  kept.set(options, places);
  const known = places.get(context.tenantId);
  if (known !== undefined && known.until > context.clock.now()) return done(known.place);
  const input = {
    params: { tenant },
    query: undefined,
    body: undefined,
    commandId: context.ids.next<never>(),
  };
  const found = await options.ports.publicCategories(services, context, input, exchange);
  if (found.ok) {
    places.set(context.tenantId, { until: context.clock.now() + KEPT_FOR, place: found.value });
  }
  return found;
}

type Asked = Pick<Exchange, 'url' | 'cookies' | 'headers'>;

/** The language asked for in the address, then the cookie, then the browser's. */
function localeOf({ url, cookies, headers }: Asked): Locale {
  const asked = queryOf(url).get('lang');
  const accept = headers['accept-language'];
  return chooseLocale(asked ?? cookies['lang'], typeof accept === 'string' ? accept : undefined);
}

function preferences({ url, cookies }: Asked): { largeType: boolean } {
  return { largeType: (queryOf(url).get('type') ?? cookies['type']) === 'large' };
}

/** Cookies that keep what was chosen in the address. */
export function chosenCookies({ url }: Asked): readonly string[] {
  const query = queryOf(url);
  const lasting = 'Path=/; Max-Age=31536000; SameSite=Lax';
  const [lang, type] = [query.get('lang'), query.get('type')];
  return [
    ...(lang === 'zh' || lang === 'en' ? [`lang=${lang}; ${lasting}`] : []),
    ...(type === 'large' || type === 'normal' ? [`type=${type}; ${lasting}`] : []),
  ];
}

function queryOf(url: string): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
}
