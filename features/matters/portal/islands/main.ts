/** Makes the pages better where scripts run; every page stands without it. */
import { improveMap } from './map.ts';
import { improvePrint } from './print.ts';
import { improveReport } from './report.ts';
import { improveResponsible } from './responsible.ts';
import { improveSent } from './sent.ts';

const ISLANDS: Readonly<Record<string, (place: HTMLElement) => void>> = {
  report: (place) => place instanceof HTMLFormElement && improveReport(place),
  map: improveMap,
  responsible: (place) => place instanceof HTMLFormElement && improveResponsible(place),
  sent: improveSent,
  print: improvePrint,
};

document.documentElement.classList.add('script');
for (const place of document.querySelectorAll<HTMLElement>('[data-island]')) {
  ISLANDS[place.dataset['island'] ?? '']?.(place);
}
// What was refused is read out and seen first.
document.getElementById('summary')?.focus();
