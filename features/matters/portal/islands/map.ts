/** The public map, beside its list: loaded when asked for, filtered as the list is. */
import { boxOf, get, say } from './find.ts';
import type { MapPoint, QuietMap } from './quiet-map.ts';

const WORLD = '-180,-90,180,90';

export function improveMap(place: HTMLElement): void {
  const button = get(place, '[data-open-map]');
  const note = get(place, '[data-note]');
  let map: Promise<QuietMap> | undefined;
  const open = (): Promise<QuietMap> => {
    map ??= openMap(place, button, note);
    return map;
  };
  const failed = (): void => {
    map = undefined;
    button.hidden = false;
    get(place, '[data-map-ground]').hidden = true;
    place.classList.remove('open');
    say(note, place.dataset['failed'] ?? '', true);
  };
  button.addEventListener('click', () => {
    open().catch(failed);
  });
  for (const show of place.querySelectorAll<HTMLElement>('[data-show]')) {
    show.addEventListener('click', () => {
      const [lng = 0, lat = 0] = (show.dataset['show'] ?? '').split(',').map(Number);
      open().then((opened) => {
        opened.goTo(lng, lat);
        get(place, '[data-map-ground]').scrollIntoView({ block: 'nearest' });
      }, failed);
    });
  }
}

async function openMap(
  place: HTMLElement,
  button: HTMLElement,
  note: HTMLElement,
): Promise<QuietMap> {
  say(note, place.dataset['loading'] ?? '');
  const ground = get(place, '[data-map-ground]');
  const points = fetchPoints(place);
  ground.hidden = false;
  place.classList.add('open');
  const { openQuietMap } = await import('./quiet-map.ts');
  const map = await openQuietMap(ground, { box: boxOf(place.dataset['box']) });
  map.show(await points);
  button.hidden = true;
  say(note, '');
  return map;
}

async function fetchPoints(place: HTMLElement): Promise<readonly MapPoint[]> {
  const { source, box, state, category } = place.dataset;
  const query = new URLSearchParams({
    bbox: box || WORLD,
    ...(state && { state }),
    ...(category && { categoryId: category }),
  });
  const answer = await fetch(`${source}?${query}`);
  if (!answer.ok) throw new Error(`the map answered ${answer.status}`);
  return ((await answer.json()) as { readonly points: readonly MapPoint[] }).points;
}
