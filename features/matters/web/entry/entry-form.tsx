/** The fields in the order in which a call goes: what, where, which kind, who. */
import { Button, Checkbox, Input, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TEXT_LIMIT } from '#features/matters/contract.ts';
import { ScreenHead } from '#ui/desk/screen-head.tsx';
import { Field } from '#ui/forms/field.tsx';
import { PhotoField } from '#ui/forms/photo-field.tsx';
import { AreaSelect } from '../lookup/area-select.tsx';
import { CategorySelect, ConditionSelect } from '../lookup/category-select.tsx';
import { sendPhoto } from '../lookup/send-photo.ts';
import type { Entry } from './use-entry.ts';

const PHOTOS_MOST = 9;
const SOURCES = ['telephone', 'counter', 'grid_worker'] as const;

export function EntryForm({ entry }: { readonly entry: Entry }): ReactNode {
  const { t } = useTranslation('matters');
  const { values, change, errors } = entry;
  return (
    <form
      className="entry-form"
      aria-label={t('web.entry.title')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        entry.submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) entry.submit();
      }}
    >
      <ScreenHead title={t('web.entry.title')} purpose={t('web.entry.purpose')}>
        <Segmented
          aria-label={t('web.entry.source')}
          value={values.source}
          options={SOURCES.map((source) => ({ value: source, label: t(`web.source.${source}`) }))}
          onChange={(source) => change({ source })}
        />
      </ScreenHead>
      {errors.form !== undefined && (
        <p className="form-says" role="alert">
          {errors.form}
        </p>
      )}
      <Field label={t('web.entry.description')} error={errors.of('description')} required>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            value={values.description}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={TEXT_LIMIT}
            placeholder={t('web.entry.descriptionHint')}
            onChange={(event) => change({ description: event.target.value })}
          />
        )}
      </Field>
      <div className="entry-pair">
        <Field label={t('web.entry.placeText')} error={errors.of('placeText')}>
          {(control) => (
            <Input
              {...control}
              value={values.placeText}
              maxLength={200}
              placeholder={t('web.entry.placeHint')}
              onChange={(event) => change({ placeText: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('web.field.areaId')} error={errors.of('areaId')}>
          {(control) => (
            <AreaSelect
              control={control}
              value={values.areaId}
              choose={(areaId) => change({ areaId })}
            />
          )}
        </Field>
      </div>
      <div className="entry-pair">
        <Field
          label={t('web.entry.category')}
          hint={t('web.entry.categoryHint')}
          error={errors.of('categoryId')}
        >
          {(control) => (
            <CategorySelect
              control={control}
              value={values.categoryId}
              choose={(categoryId) => change({ categoryId, condition: '' })}
            />
          )}
        </Field>
        <Field label={t('web.field.condition')}>
          {(control) => (
            <ConditionSelect
              control={control}
              categoryId={values.categoryId}
              value={values.condition}
              choose={(condition) => change({ condition })}
            />
          )}
        </Field>
      </div>
      <ReporterFields entry={entry} />
      <PhotoField
        label={t('web.field.photos')}
        photos={values.photos}
        most={PHOTOS_MOST}
        error={errors.of('photos')}
        send={sendPhoto}
        change={(photos) => change({ photos })}
      />
      <div className="entry-foot">
        <Button type="primary" size="large" htmlType="submit" loading={entry.busy}>
          {t(values.categoryId === undefined ? 'web.entry.submit' : 'web.entry.submitFiled')}
        </Button>
        <span className="muted" aria-hidden>
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </span>
        <Button type="text" onClick={entry.clear}>
          {t('web.entry.clear')}
        </Button>
      </div>
    </form>
  );
}

function ReporterFields({ entry }: { readonly entry: Entry }): ReactNode {
  const { t } = useTranslation('matters');
  const { values, change, errors } = entry;
  return (
    <>
      <div className="entry-pair">
        <Field label={t('web.entry.reporterPhone')} error={errors.of('reporterPhone')}>
          {(control) => (
            <Input
              {...control}
              value={values.reporterPhone}
              inputMode="tel"
              autoComplete="off"
              maxLength={30}
              onChange={(event) => change({ reporterPhone: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('web.entry.reporterName')} error={errors.of('reporterName')}>
          {(control) => (
            <Input
              {...control}
              value={values.reporterName}
              autoComplete="off"
              maxLength={60}
              onChange={(event) => change({ reporterName: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="entry-checks">
        <Checkbox
          checked={values.reporterShared}
          onChange={(event) => change({ reporterShared: event.target.checked })}
        >
          {t('web.entry.shared')}
        </Checkbox>
        <Checkbox
          checked={values.personal}
          onChange={(event) => change({ personal: event.target.checked })}
        >
          {t('web.entry.personal')}
        </Checkbox>
      </div>
    </>
  );
}
