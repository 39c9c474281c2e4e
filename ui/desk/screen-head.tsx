/** The head of a screen: its name, one sentence of what it is for, and what can be done from here. */
import type { ReactNode } from 'react';
import './screen-head.css';

interface ScreenHeadProps {
  readonly title: ReactNode;
  /** One sentence for whoever opens it the first time. */
  readonly purpose: string;
  readonly children?: ReactNode;
}

export function ScreenHead({ title, purpose, children }: ScreenHeadProps): ReactNode {
  return (
    <header className="screen-head">
      <div className="screen-head-words">
        <h1>{title}</h1>
        <p className="screen-purpose">{purpose}</p>
      </div>
      {children !== undefined && <div className="screen-head-side">{children}</div>}
    </header>
  );
}
