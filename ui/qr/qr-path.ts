/** The dark modules of a QR code as one path, with the quiet zone the standard asks for around them. */
import qrcode from 'qrcode';

const QUIET_ZONE = 4;

export interface QrPath {
  /** Side of the square in modules, quiet zone included. */
  readonly side: number;
  readonly path: string;
}

export function qrPath(text: string): QrPath {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      const from = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column += 1;
      path += `M${from + QUIET_ZONE} ${row + QUIET_ZONE}h${column - from + 1}v1h-${column - from + 1}z`;
    }
  }
  return { side: modules.size + 2 * QUIET_ZONE, path };
}
