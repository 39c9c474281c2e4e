/** The views by name: open one, begin with one, keep what is seen now, rename, remove. */
import {
  BookOutlined,
  DeleteOutlined,
  EditOutlined,
  PushpinFilled,
  PushpinOutlined,
} from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '#features/matters/contract.ts';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import type { FilterControl } from '../filter/use-filter.ts';
import { isAsKept, useViewCommands, useViews } from './use-views.ts';
import { ViewForm } from './view-form.tsx';
import './view-menu.css';

export function ViewMenu({ control }: { readonly control: FilterControl }): ReactNode {
  const { t } = useTranslation('matters');
  const [open, setOpen] = useState(false);
  const read = useViews();
  const current = read.data?.views.find(({ viewId }) => viewId === control.filter.view);
  const changed = current !== undefined && !isAsKept(current, control.filter);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={
        <Views
          views={read.data?.views ?? []}
          first={read.data?.first ?? null}
          current={current}
          changed={changed}
          control={control}
          close={() => setOpen(false)}
        />
      }
    >
      <button
        type="button"
        className={current === undefined ? 'filter-chip filter-add' : 'filter-chip'}
        aria-expanded={open}
      >
        <BookOutlined aria-hidden />
        {current?.name ?? t('web.view.title')}
        {changed && <span className="view-changed">{t('web.view.changed')}</span>}
      </button>
    </Popover>
  );
}

interface ViewsProps {
  readonly views: readonly View[];
  readonly first: string | null;
  readonly current: View | undefined;
  readonly changed: boolean;
  readonly control: FilterControl;
  readonly close: () => void;
}

function Views({ views, first, current, changed, control, close }: ViewsProps): ReactNode {
  const { t } = useTranslation('matters');
  const sentence = useRefusalSentence();
  const [edited, setEdited] = useState<View>();
  const commands = useViewCommands();
  const error = commands.remove.error ?? commands.first.error;
  const open = (view: View): void => {
    control.replace({ ...view.query, view: view.viewId });
    close();
  };
  const remove = ({ viewId, version }: View): void =>
    commands.remove.mutate(
      { params: { viewId }, body: { version } },
      { onSettled: commands.refresh },
    );
  const begin = (viewId: View['viewId'] | null): void =>
    commands.first.mutate({ body: { viewId } }, { onSettled: commands.refresh });
  if (edited !== undefined) {
    return <ViewForm control={control} edited={edited} done={() => setEdited(undefined)} />;
  }
  return (
    <div className="views">
      {error !== null && (
        <p className="field-error" role="alert">
          {sentence(error)}
        </p>
      )}
      {views.length === 0 && <p className="muted">{t('web.view.none')}</p>}
      <ul className="view-list" aria-label={t('web.view.title')}>
        {views.map((view) => (
          <li key={view.viewId}>
            <button
              type="button"
              className="plain-button view-open"
              aria-current={view === current ? 'true' : undefined}
              onClick={() => open(view)}
            >
              <span>{view.name}</span>
              {view.organisation !== null && (
                <span className="muted">{t('web.view.of', { unit: view.organisation.name })}</span>
              )}
            </button>
            <Button
              type="text"
              size="small"
              icon={
                view.viewId === first ? (
                  <PushpinFilled aria-hidden />
                ) : (
                  <PushpinOutlined aria-hidden />
                )
              }
              aria-label={t('web.view.first', { name: view.name })}
              aria-pressed={view.viewId === first}
              title={t('web.view.first', { name: view.name })}
              onClick={() => begin(view.viewId === first ? null : view.viewId)}
            />
            {view.mayChange && (
              <>
                <Button
                  type="text"
                  size="small"
                  icon={<EditOutlined aria-hidden />}
                  aria-label={t('web.view.edit', { name: view.name })}
                  onClick={() => setEdited(view)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t('web.view.remove', { name: view.name })}
                  onClick={() => remove(view)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      {(current === undefined || changed) && (
        <ViewForm control={control} edited={undefined} done={close} />
      )}
    </div>
  );
}
