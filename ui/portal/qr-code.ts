/** A QR code as SVG: one path, dark on light, with the quiet zone the standard asks for. */
import qrcode, { type Modules } from 'qrcode';
import { type Html, html } from './html.ts';

const QUIET_ZONE = 4;

/** @param label what it opens, for people who do not see it */
export function qrCode(text: string, label: string): Html {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * QUIET_ZONE;
  return html`<svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label="${label}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#1c1e21" d="${path(modules)}"/></svg>`;
}

function path(modules: Modules): string {
  let drawn = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      const from = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column += 1;
      drawn += `M${from + QUIET_ZONE} ${row + QUIET_ZONE}h${column - from + 1}v1h-${column - from + 1}z`;
    }
  }
  return drawn;
}
