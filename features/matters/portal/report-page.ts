/** Reports one thing: a plain form that works without script and gets better with it. */
import { type Html, html } from '#ui/portal/html.ts';
import { PHOTO_LIMIT } from '../rules/action-input.ts';
import { type AreaChoice, areaOptions } from './areas.ts';
import {
  checkField,
  described,
  errorSummary,
  type FieldErrors,
  hidden,
  NO_ERRORS,
  notes,
  textField,
} from './form.ts';
import { page } from './frame.ts';
import { cameraIcon, mapIcon, pictureIcon, positionIcon } from './icons.ts';
import type { ReportTyped } from './report-form.ts';
import { at, type Visit } from './visit.ts';

export interface ReportFacts {
  /** Sent with the form: the same form twice has the effect of once. */
  readonly commandId: string;
  readonly areas: readonly AreaChoice[];
  /** west, south, east, north, where the map opens. */
  readonly box: readonly number[] | null;
  readonly typed: ReportTyped;
  readonly errors?: FieldErrors;
  /** Said above the form where nothing at a field was wrong. */
  readonly refusal?: string;
}

export function reportPage(visit: Visit, facts: ReportFacts): string {
  const { say } = visit;
  const { typed, errors = NO_ERRORS } = facts;
  const main = html`${summary(visit, facts)}
<p class="draft-note" data-draft-note hidden><span>${say('report.draft_restored')}</span> <button type="button" class="link" data-discard>${say('report.draft_discard')}</button></p>
<form class="report" method="post" enctype="multipart/form-data" action="${at(visit, 'report')}" data-island="report" data-photo-limit="${PHOTO_LIMIT}" data-offline="${say('report.offline')}" data-sending="${say('report.sending')}" data-added="${say('report.photo_added', { count: '{count}' })}" data-most="${say('report.photo_most', { limit: PHOTO_LIMIT })}" data-unreadable="${say('report.photo_unreadable')}" data-remove="${say('report.photo_remove', { number: '{number}' })}">
${hidden('commandId', facts.commandId)}
${photos(visit, typed, errors)}
${textField({ name: 'description', label: say('report.words'), hint: say('report.words_hint'), value: typed.description, rows: 4, errors })}
${where(visit, facts, errors)}
<details class="more"${openWhere(typed, errors) && html` open`}><summary>${say('report.contact')}</summary><p class="hint">${say('report.contact_hint')}</p>
${checkField({ name: 'forOther', label: say('report.for_other'), hint: say('report.for_other_hint'), checked: typed.forOther, errors })}
<div class="pair">${textField({ name: 'reporterName', label: say('report.name'), value: typed.reporterName, errors, autocomplete: 'name' })}
${textField({ name: 'reporterPhone', label: say('report.phone'), value: typed.reporterPhone, errors, type: 'tel', inputmode: 'tel', autocomplete: 'tel' })}</div>
${checkField({ name: 'reporterShared', label: say('report.shared'), hint: say('report.shared_hint'), checked: typed.reporterShared, errors })}</details>
${checkField({ name: 'personal', label: say('report.personal'), hint: say('report.personal_hint'), checked: typed.personal, errors })}
<div class="send"><p class="form-note" role="status" data-note></p><button class="big-button">${say('report.send')}</button>
<p class="hint">${say('report.before_send')} <span data-draft-kept hidden>${say('report.draft_kept')}</span> <a href="${at(visit, 'privacy')}">${say('report.privacy_link')}</a></p></div>
</form>`;
  return page(visit, { title: say('report.title'), main });
}

function summary(visit: Visit, { errors = NO_ERRORS, refusal }: ReportFacts): Html {
  const { say } = visit;
  if (refusal !== undefined) {
    return html`<div class="summary" role="alert" tabindex="-1" id="summary"><h2>${say('report.refused_summary')}</h2><p>${refusal}</p></div>`;
  }
  return errorSummary(say('report.summary', { count: errors.size }), errors);
}

function photos({ say }: Visit, typed: ReportTyped, errors: FieldErrors): Html {
  const field = {
    name: 'photos',
    label: say('report.photo'),
    hint: say('report.photo_hint', { limit: PHOTO_LIMIT }),
    errors,
  };
  return html`<fieldset class="field photo-field"><legend>${field.label}</legend>${notes(field)}
${typed.photos.length > 0 && html`<p class="hint">${say('report.photo_kept')}</p><div class="kept">${typed.photos.map((digest, index) => html`<label class="choice"><input type="checkbox" name="keep${index}" value="${digest}" checked><span>${say('report.photo_kept_one', { number: index + 1 })}</span></label>`)}</div>`}
<div class="previews" data-previews></div>
<div class="pickers"><label class="picker">${cameraIcon}<span>${say('report.take_photo')}</span><input type="file" name="photos" id="photos" accept="image/*" capture="environment"${described(field)}></label>
<label class="picker">${pictureIcon}<span>${say('report.choose_photo')}</span><input type="file" name="photos" accept="image/*" multiple></label></div>
<p class="form-note" role="status" data-photo-note></p></fieldset>`;
}

function where(visit: Visit, facts: ReportFacts, errors: FieldErrors): Html {
  const { say } = visit;
  const { typed } = facts;
  const area = { name: 'areaId', label: say('report.area'), errors };
  return html`<fieldset class="where" data-where data-locating="${say('report.locating')}" data-located="${say('report.located', { metres: '{metres}' })}" data-located-map="${say('report.located_on_map')}" data-failed="${say('report.locate_failed')}" data-map-failed="${say('report.map_failed')}" data-box="${facts.box === null ? '' : facts.box.join(',')}"><legend>${say('report.where')}</legend><p class="hint">${say('report.where_hint')}</p>
${hidden('lng', typed.lng)}${hidden('lat', typed.lat)}
<div class="needs-script pickers"><button type="button" class="picker" data-locate>${positionIcon}<span>${say('report.locate')}</span></button>
<button type="button" class="picker" data-open-map aria-expanded="false" data-close="${say('report.close_map')}">${mapIcon}<span>${say('report.open_map')}</span></button></div>
<p class="form-note" role="status" data-where-note></p><button type="button" class="link" data-forget hidden>${say('report.forget_position')}</button>
<div class="pick-map" data-map hidden><p class="hint">${say('report.map_hint')}</p><div class="map-ground" data-map-ground></div><button type="button" class="button strong" data-here>${say('report.map_here')}</button></div>
${textField({ name: 'placeText', label: say('report.place_text'), hint: say('report.place_text_hint'), value: typed.placeText, errors })}
<div class="field"><label for="areaId">${area.label}</label>${notes(area)}<select id="areaId" name="areaId"${described(area)}><option value="">${say('report.area_none')}</option>${areaOptions(facts.areas, typed.areaId)}</select></div></fieldset>`;
}

function openWhere(typed: ReportTyped, errors: FieldErrors): boolean {
  const names = ['reporterName', 'reporterPhone', 'reporterShared'] as const;
  return (
    names.some((name) => errors.has(name)) ||
    typed.forOther ||
    typed.reporterName !== '' ||
    typed.reporterPhone !== ''
  );
}
