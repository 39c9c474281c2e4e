/** A page as it leaves the printer, on the desk: what stands above it stays on the screen. */
import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { propertyOf } from '../theme/apply.ts';
import { TOKENS } from '../theme/tokens.ts';
import './sheet.css';

interface SheetProps {
  /** What it is called, for who hears the page. */
  readonly label: string;
  readonly size: 'a4' | 'a3-landscape';
  /** Beside the button that prints it: where one came from, other forms of it. */
  readonly tools: ReactNode;
  /** What stands on it is still on its way: printed now, it would be missing. */
  readonly waits?: boolean;
  readonly children: ReactNode;
}

/** Paper is white: what stands on it has the colours of the day, whatever the desk wears. */
const ON_PAPER = Object.fromEntries([
  ...Object.entries(TOKENS.light).map(([token, value]) => [propertyOf(token), value]),
  ['colorScheme', 'light'],
]);

export function Sheet({ label, size, tools, waits = false, children }: SheetProps): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <div className="sheet-screen">
      <div
        className={`sheet-tools sheet-tools-${size}`}
        role="toolbar"
        aria-label={t('print.tools')}
      >
        {tools}
        <Button
          type="primary"
          icon={<PrinterOutlined aria-hidden />}
          disabled={waits}
          onClick={() => print()}
        >
          {t(waits ? 'print.waits' : 'print.print')}
        </Button>
      </div>
      <article className={`sheet sheet-${size}`} style={ON_PAPER} aria-label={label}>
        {waits && <p className="sheet-waits">{t('print.unfinished')}</p>}
        {children}
      </article>
    </div>
  );
}
