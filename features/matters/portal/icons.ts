/** Small drawings, drawn here; each stands beside a word, so readers skip them. */
import { type Html, html } from '#ui/portal/html.ts';

function icon(paths: Html): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`;
}

/** The mark: two rings that close into one. */
export const mark = html`<svg class="mark" viewBox="0 0 32 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="3.4"><path d="M19.2 7.2A8 8 0 1 0 19.2 16.8"/><path d="M12.8 7.2A8 8 0 1 1 12.8 16.8"/></svg>`;

export const backIcon = html`<svg class="back" viewBox="0 0 12 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M9 5l-6 7 6 7"/></svg>`;
export const chevron = html`<svg class="chevron" viewBox="0 0 12 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M3 5l6 7-6 7"/></svg>`;

export const cameraIcon = icon(
  html`<path d="M3 8.5A1.5 1.5 0 0 1 4.500 7H7.500l1.600-2.500h5.800L16.500 7h3A1.500 1.500 0 0 1 21 8.500v9A1.500 1.500 0 0 1 19.500 19h-15A1.500 1.500 0 0 1 3 17.500z"/><circle cx="12" cy="13" r="3.600"/>`,
);
export const pictureIcon = icon(
  html`<rect x="3.500" y="4.500" width="17" height="15" rx="1.500"/><circle cx="9" cy="10" r="1.600"/><path d="M4 17.500l4.800-4.300 3.400 2.800 4.200-4.500 4 4"/>`,
);
export const positionIcon = icon(
  html`<circle cx="12" cy="12" r="3"/><circle cx="12" cy="12" r="7"/><path d="M12 2v3M12 19v3M2 12h3M19 12h3"/>`,
);
export const mapIcon = icon(
  html`<path d="M9 5L3.500 7v12.500L9 17.500l6 2 5.500-2V5L15 7zM9 5v12.500M15 7v12.500"/>`,
);
export const houseIcon = icon(
  html`<path d="M3.500 11.500L12 4.500l8.500 7M6 9.800v9.700h12V9.800M10 19.500v-5.500h4v5.500"/>`,
);
export const scaleIcon = icon(
  html`<path d="M12 4v16M8 20h8M5 7h14M5 7l-2.500 6.500a2.700 2.700 0 0 0 5 0zM19 7l-2.500 6.500a2.700 2.700 0 0 0 5 0z"/>`,
);
export const lockIcon = icon(
  html`<rect x="5" y="10.500" width="14" height="9.500" rx="1.500"/><path d="M8 10.500V8a4 4 0 0 1 8 0v2.500"/>`,
);
export const coinsIcon = icon(
  html`<ellipse cx="12" cy="6.500" rx="7" ry="2.800"/><path d="M5 6.500v5.500c0 1.550 3.100 2.800 7 2.800s7-1.250 7-2.800V6.500M5 12v5.500c0 1.550 3.100 2.800 7 2.800s7-1.250 7-2.800V12"/>`,
);
