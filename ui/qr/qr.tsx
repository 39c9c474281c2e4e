/** A QR code on a screen: dark on light, whatever the theme. */
import { type ReactNode, useMemo } from 'react';
import { qrPath } from './qr-path.ts';

interface QrProps {
  readonly text: string;
  /** What it opens, for people who do not see it. */
  readonly label: string;
}

export function Qr({ text, label }: QrProps): ReactNode {
  const { side, path } = useMemo(() => qrPath(text), [text]);
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#1c1e21" d={path} />
    </svg>
  );
}
