/** A QR code as SVG: one path, dark on light. */
import { qrPath } from '../qr/qr-path.ts';
import { type Html, html } from './html.ts';

/** @param label what it opens, for people who do not see it */
export function qrCode(text: string, label: string): Html {
  const { side, path } = qrPath(text);
  return html`<svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label="${label}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#1c1e21" d="${path}"/></svg>`;
}
