/** The frame around every page: demonstration bar, place, language, size of type, foot. */
import { type Html, html } from '#ui/portal/html.ts';
import { backIcon, mark } from './icons.ts';
import { at, here, type Visit } from './visit.ts';

export interface Content {
  /** Name of the page, also its first heading. */
  readonly title: string;
  readonly main: Html;
  /** The main part brings its heading itself. */
  readonly headed?: boolean;
  /** Where a wide page is wanted: two columns. */
  readonly wide?: boolean;
  /** Address of a stylesheet of its own, beside the one of all pages. */
  readonly style?: string;
  /** What stands beside the heading: a number above, a state below. */
  readonly above?: Html;
  readonly below?: Html;
}

/** The mark alone; as data, for it is smaller than a request. */
const FAVICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32' fill='none' stroke='%231c1e21' stroke-width='3.4'%3E%3Cpath d='M19.2 11.2a8 8 0 1 0 0 9.600M12.800 11.200a8 8 0 1 1 0 9.600'/%3E%3C/svg%3E";

/** Pages of the menu. */
const MENU = ['report', 'follow', 'map', 'figures', 'responsible'] as const;
const FOOT = ['grid-plans', 'rights', 'privacy', 'suggest'] as const;

/** A whole page, as text. */
export function page(visit: Visit, content: Content): string {
  const { say, assets } = visit;
  const language = visit.locale === 'zh' ? 'zh-CN' : 'en';
  const title =
    visit.placeName === ''
      ? content.title
      : say('title', { page: content.title, place: visit.placeName });
  return `<!doctype html>\n${html`<html lang="${language}" class="${visit.largeType ? 'large' : 'normal'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<meta name="theme-color" content="#faf9f5" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#141716" media="(prefers-color-scheme: dark)">
<title>${title}</title>
<link rel="icon" type="image/svg+xml" href="${FAVICON}">
<link rel="stylesheet" href="${assets.style}">
${assets.dark !== undefined && html`<link rel="stylesheet" href="${assets.dark}" media="screen and (prefers-color-scheme: dark)">`}
${content.style !== undefined && html`<link rel="stylesheet" href="${content.style}">`}
${assets.script === '' ? null : html`<script type="module" src="${assets.script}"></script>`}
</head>
<body>
<a class="skip" href="#main">${say('skip')}</a>
${header(visit)}
<main id="main" class="${content.wide ? 'wide' : 'narrow'}">
${!content.headed && html`<div class="heading">${content.above}<h1>${content.title}</h1>${content.below}</div>`}
${content.main}
</main>
${footer(visit)}
</body>
</html>`}`;
}

function header(visit: Visit): Html {
  const { say } = visit;
  const known = visit.placeName !== '';
  const home = visit.path === '';
  // In English the name of a place takes the line of a phone alone.
  return html`<header class="top">${visit.demonstration && html`<p class="demonstration">${say('demonstration')}</p>`}<div class="bar">
<a class="brand" href="${known ? at(visit, '') : '/'}">${known && !home ? backIcon : null}${mark}${!(known && visit.locale === 'en') && html`<b>${say('product')}</b> `}<span>${visit.placeName}</span></a>
${known && html`<nav class="menu" aria-label="${say('frame.main_nav')}">${MENU.map((name) => menuItem(visit, name))}</nav>`}
<div class="settings">${
    known &&
    html`<a href="${here(visit, 'type', visit.largeType ? 'normal' : 'large')}">${say(visit.largeType ? 'frame.normal_type' : 'frame.larger')}</a>
<a href="${here(visit, 'lang', visit.locale === 'zh' ? 'en' : 'zh')}" lang="${visit.locale === 'zh' ? 'en' : 'zh-CN'}">${say('frame.other_language')}</a>`
  }</div>
</div></header>`;
}

function menuItem(visit: Visit, name: (typeof MENU)[number]): Html {
  const current = visit.path.split(/[?/]/)[0] === name;
  return html`<a href="${at(visit, name)}"${current && html` aria-current="page"`}>${visit.say(`frame.${name}`)}</a>`;
}

function footer(visit: Visit): Html {
  const { say } = visit;
  return html`<footer class="foot"><div class="bar">
${visit.path !== '' && html`<p>${say('frame.emergency')}</p>`}
${visit.placeName !== '' && html`<nav aria-label="${say('frame.about')}"><a href="${at(visit, '')}">${say('frame.home')}</a>${MENU.map((name) => menuItem(visit, name))}${visit.doors.map(({ path, title }) => html`<a href="${at(visit, path)}">${title}</a>`)}${FOOT.map((name) => html`<a href="${at(visit, name)}">${say(`frame.${name}`)}</a>`)}</nav>`}
</div></footer>`;
}
