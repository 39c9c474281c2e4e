/** Things that can be done here: a button each, whose form opens below it; one at a time. */
import { Button } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './form-frame.css';

export interface FormAction {
  readonly key: string;
  readonly label: string;
  /** @param close called when it was done, or given up */
  readonly form: (close: Close) => ReactNode;
}

export interface Close {
  done(): void;
  cancel(): void;
}

interface FormActionsProps {
  readonly label: string;
  readonly actions: readonly FormAction[];
  readonly small?: boolean;
}

export function FormActions({ label, actions, small = false }: FormActionsProps): ReactNode {
  const { t } = useTranslation('ui');
  const [open, setOpen] = useState<string>();
  const [said, setSaid] = useState('');
  const bar = useRef<HTMLDivElement>(null);
  if (actions.length === 0) return null;
  const close = (words: string): void => {
    // The keyboard goes back to where it came from.
    bar.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    setOpen(undefined);
    setSaid(words);
  };
  const chosen = actions.find(({ key }) => key === open);
  return (
    <div className="form-actions">
      <div className="form-actions-bar" role="toolbar" aria-label={label} ref={bar}>
        {actions.map((action) => (
          <Button
            key={action.key}
            {...(small && { size: 'small' as const })}
            aria-expanded={action.key === open}
            onClick={() => {
              setSaid('');
              setOpen(action.key === open ? undefined : action.key);
            }}
          >
            {action.label}
          </Button>
        ))}
        <span role="status" className="form-actions-said">
          {said}
        </span>
      </div>
      {chosen?.form({ done: () => close(t('form.done')), cancel: () => close('') })}
    </div>
  );
}
