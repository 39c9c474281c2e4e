/** One line of a tree: a button that opens what is below, and one that chooses it. */
import { RightOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import './pair-screen.css';

interface TreeLineProps {
  readonly chosen: boolean;
  readonly choose: () => void;
  /** Absent where nothing is below. */
  readonly opening?: {
    readonly open: boolean;
    readonly label: string;
    readonly toggle: () => void;
  };
  readonly children: ReactNode;
}

export function TreeLine({ chosen, choose, opening, children }: TreeLineProps): ReactNode {
  return (
    <div className={chosen ? 'tree-line is-chosen' : 'tree-line'}>
      {opening === undefined ? (
        <span className="tree-open" />
      ) : (
        <button
          type="button"
          className="tree-open"
          aria-expanded={opening.open}
          aria-label={opening.label}
          onClick={opening.toggle}
        >
          <RightOutlined aria-hidden rotate={opening.open ? 90 : 0} />
        </button>
      )}
      <button
        type="button"
        className="plain-button tree-name"
        {...(chosen && { 'aria-current': 'true' as const })}
        onClick={choose}
      >
        {children}
      </button>
    </div>
  );
}
