/** The copy to take away: a page that needs nothing of ours to be read, or the same as data. */

import type { z } from 'zod';
import { type Html, html } from '#ui/portal/html.ts';
import type { copyOwnData } from '../contract.ts';
import { dayAndTime } from './days.ts';
import { pastSteps } from './steps.ts';
import type { Visit } from './visit.ts';

type OwnCopy = z.output<NonNullable<(typeof copyOwnData)['answer']>>;

/** JSON, indented so that people can read it too. */
export function ownDataJson(copy: OwnCopy): string {
  return `${JSON.stringify(copy, null, 2)}\n`;
}

export function ownDataFile(visit: Visit, { copiedAt, contact, matter, data }: OwnCopy): string {
  const { say } = visit;
  const when = (instant: string) => dayAndTime(visit, instant);
  const row = (name: string, what: string): Html => html`<dt>${name}</dt><dd>${what}</dd>\n`;
  const { point } = data;
  return `<!doctype html>\n${html`<html lang="${visit.locale === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say('data.title')} ${matter.number}</title></head>
<body><main><h1>${say('data.title')}</h1>
<p>${say('data.file_of', { place: visit.placeName, number: matter.number, when: when(copiedAt) })}</p>
<dl>${row(say('report.name'), contact.name)}${row(say('report.phone'), contact.phone)}${row(say('data.words'), matter.description)}${row(say('matter.place'), `${matter.areaName} ${matter.placeText}`)}${point !== null && row(say('data.point_name'), `${point.lng}, ${point.lat}`)}${row(say('data.photos'), say('data.photos_count', { count: matter.photos.length }))}</dl>
<h2>${say('data.history')}</h2><ol>${pastSteps(visit, matter).map((step) => html`<li>${when(step.at)} ${step.sentence}${step.text !== '' && html`<blockquote>${step.text}</blockquote>`}</li>\n`)}</ol>
<h2>${say('data.looked')}</h2><ol>${data.readings.map((one) => html`<li>${when(one.at)} ${one.purpose === 'own_data' ? say('data.who_own') : `${one.organisation} ${one.post}`} ${say(`data.purpose.${one.purpose}`)}</li>\n`)}</ol>
</main></body></html>`}\n`;
}
