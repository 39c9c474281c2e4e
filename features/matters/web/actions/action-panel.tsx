/** The next lawful step as a button, the others beside it; one opens its form in place. */
import { MoreOutlined } from '@ant-design/icons';
import { useLocation } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action, ActionInput, MatterDetail } from '#features/matters/contract.ts';
import { useKeys } from '#ui/keyboard/use-keys.ts';
import { ActionForm } from './action-form.tsx';
import './action-panel.css';
import { groupActions } from './primary-action.ts';

interface ActionPanelProps {
  readonly matter: MatterDetail;
  /** Told what is being filled in, null when nothing is. */
  readonly tell: (doing: Action | null) => void;
}

export function ActionPanel({ matter, tell }: ActionPanelProps): ReactNode {
  const { t } = useTranslation('matters');
  const { chosen, setChosen, bar } = useChosen();
  const { hash } = useLocation();
  useEffect(() => tell(chosen ?? null), [tell, chosen]);
  const groups = groupActions(matter.state, matter.actions);
  const { primary } = groups;
  const arrive = useEffectEvent(() => setChosen(primary));
  useEffect(() => {
    // Came here by E: straight to the next step.
    if (hash === 'next') arrive();
  }, [hash]);
  useKeys({
    e: () => setChosen(primary),
  });
  if (chosen !== undefined) {
    return (
      <ActionForm key={chosen} matter={matter} action={chosen} close={() => setChosen(undefined)} />
    );
  }
  if (primary === undefined)
    return <p className="action-panel muted">{t('web.detail.nothingToDo')}</p>;
  return (
    <div ref={bar} className="action-panel" role="toolbar" aria-label={t('web.detail.actions')}>
      <Button type="primary" onClick={() => setChosen(primary)}>
        {t(`web.action.${primary}.button`)} <kbd aria-hidden>E</kbd>
      </Button>
      {groups.near.map((action) => (
        <Button key={action} onClick={() => setChosen(action)}>
          {t(`web.action.${action}.button`)}
        </Button>
      ))}
      {groups.more.length > 0 && <MoreActions actions={groups.more} choose={setChosen} />}
    </div>
  );
}

/** What is being filled in; when it is closed the focus goes back to where it came from. */
function useChosen() {
  const [chosen, setChosen] = useState<ActionInput['action']>();
  const bar = useRef<HTMLDivElement>(null);
  const before = useRef<Element>(null);
  return {
    chosen,
    bar,
    setChosen: (action: ActionInput['action'] | undefined): void => {
      if (action !== undefined) before.current = document.activeElement;
      // The form is gone only after this.
      else setTimeout(() => focusAgain(before.current, bar.current));
      setChosen(action);
    },
  };
}

/** Nothing where somebody has gone elsewhere meanwhile. */
function focusAgain(before: Element | null, bar: HTMLElement | null): void {
  if (document.activeElement !== document.body) return;
  const there = before?.isConnected === true && before !== document.body;
  const back = there ? before : bar?.querySelector('button');
  if (back instanceof HTMLElement) back.focus();
}

interface MoreActionsProps {
  readonly actions: readonly Action[];
  readonly choose: (action: Action) => void;
}

function MoreActions({ actions, choose }: MoreActionsProps): ReactNode {
  const { t } = useTranslation('matters');
  return (
    <Dropdown
      trigger={['click']}
      placement="topRight"
      menu={{
        items: actions.map((action) => ({
          key: action,
          label: t(`web.action.${action}.button`),
          onClick: () => choose(action),
        })),
      }}
    >
      <Button icon={<MoreOutlined aria-hidden />} aria-label={t('web.detail.more')} />
    </Dropdown>
  );
}
