/** Where it happened: the phone's position, or a point on a map that is loaded only when asked for. */
import { boxOf, get, getInput, say } from './find.ts';
import { findPosition } from './position.ts';
import type { QuietMap } from './quiet-map.ts';

/** @returns how to show again what the hidden fields hold */
export function improveWhere(where: HTMLElement): { refresh(): void } {
  const point = pointFields(where);
  const note = get(where, '[data-where-note]');
  const forget = get(where, '[data-forget]');
  const text = (name: string) => where.dataset[name] ?? '';
  const set = (lng: string, lat: string, sentence: string): void => {
    point.lng.value = lng;
    point.lat.value = lat;
    forget.hidden = lng === '';
    say(note, sentence);
    // Fields set by a script send no event of their own; the draft listens for one.
    where.dispatchEvent(new Event('change', { bubbles: true }));
  };
  get(where, '[data-locate]').addEventListener('click', () => {
    say(note, text('locating'));
    findPosition().then((found) => {
      if (found === undefined) say(note, text('failed'), true);
      else {
        const metres = text('located').replace('{metres}', `${found.metres}`);
        set(found.lng.toFixed(6), found.lat.toFixed(6), metres);
      }
    }, reportError);
  });
  forget.addEventListener('click', () => set('', '', ''));
  improvePicking(where, (lng, lat) => set(lng, lat, text('locatedMap')));
  return {
    refresh: () => {
      if (point.lng.value !== '') set(point.lng.value, point.lat.value, text('locatedMap'));
    },
  };
}

function pointFields(where: HTMLElement) {
  return { lng: getInput(where, 'lng'), lat: getInput(where, 'lat') };
}

function improvePicking(where: HTMLElement, picked: (lng: string, lat: string) => void): void {
  const button = get(where, '[data-open-map]');
  const panel = get(where, '[data-map]');
  const label = get(button, 'span');
  const openLabel = label.textContent;
  let map: Promise<QuietMap> | undefined;
  const show = (shown: boolean): void => {
    panel.hidden = !shown;
    button.setAttribute('aria-expanded', `${shown}`);
    label.textContent = shown ? (button.dataset['close'] ?? '') : openLabel;
  };
  button.addEventListener('click', () => {
    show(panel.hidden === true);
    if (panel.hidden) return;
    map ??= openMap(where);
    map.catch(() => {
      show(false);
      map = undefined;
      say(get(where, '[data-where-note]'), where.dataset['mapFailed'] ?? '', true);
    });
  });
  get(panel, '[data-here]').addEventListener('click', () => {
    map?.then((opened) => {
      const { lng, lat } = opened.centre();
      show(false);
      picked(lng.toFixed(6), lat.toFixed(6));
      button.focus();
    }, reportError);
  });
}

async function openMap(where: HTMLElement): Promise<QuietMap> {
  const { openQuietMap } = await import('./quiet-map.ts');
  const { lng, lat } = pointFields(where);
  const centre = lng.value === '' ? undefined : { lng: Number(lng.value), lat: Number(lat.value) };
  return openQuietMap(get(where, '[data-map-ground]'), {
    box: boxOf(where.dataset['box']),
    centre,
  });
}
