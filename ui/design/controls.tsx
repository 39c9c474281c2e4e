/** Buttons and fields as they rest, wait, are switched off and are refused. */
import { Button, Checkbox, DatePicker, Input, Radio, Select, Switch } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, FieldGroup } from '../forms/field.tsx';
import { type ChosenPhoto, PhotoField } from '../forms/photo-field.tsx';
import { SearchInput } from '../lists/search-input.tsx';

const PHOTOS_MOST = 3;

export function Controls(): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <section aria-labelledby="design-controls">
      <h2 id="design-controls">{t('design.controls')}</h2>
      <div className="design-row">
        <Button type="primary">{t('design.button')}</Button>
        <Button>{t('design.button')}</Button>
        <Button type="text">{t('design.button')}</Button>
        <Button type="link">{t('design.button')}</Button>
        <Button danger>{t('design.danger')}</Button>
        <Button type="primary" loading>
          {t('design.busy')}
        </Button>
        <Button disabled>{t('design.off')}</Button>
      </div>
      <div className="design-row">
        <button type="button" className="button">
          {t('design.button')}
        </button>
        <button type="button" className="button button-small">
          {t('design.button')}
        </button>
        <button type="button" className="button" disabled>
          {t('design.off')}
        </button>
      </div>
      <Search />
      <Fields />
    </section>
  );
}

/** Says below what it looks for. */
function Search(): ReactNode {
  const { t } = useTranslation('ui');
  const [words, setWords] = useState('');
  return (
    <div className="design-row">
      <SearchInput label={t('design.search')} most={40} search={setWords} />
      <span role="status">{words}</span>
    </div>
  );
}

function Fields(): ReactNode {
  const { t } = useTranslation('ui');
  const [photos, setPhotos] = useState<readonly ChosenPhoto[]>([]);
  const choices = [1, 2, 3].map((value) => ({ value, label: t(`design.choice.${value}`) }));
  return (
    <div className="design-fields">
      <Field label={t('design.field')} hint={t('design.hint')} required>
        {(control) => <Input {...control} defaultValue={t('design.value')} />}
      </Field>
      <Field label={t('design.field')} error={t('form.missing')} required>
        {(control) => <Input {...control} />}
      </Field>
      <Field label={t('design.field')}>
        {(control) => <Input {...control} disabled defaultValue={t('design.value')} />}
      </Field>
      <Field label={t('design.long')}>
        {(control) => <Input.TextArea {...control} rows={3} defaultValue={t('design.sample')} />}
      </Field>
      <Field label={t('design.one')}>
        {(control) => <Select {...control} options={choices} defaultValue={1} />}
      </Field>
      <Field label={t('design.day')}>{(control) => <DatePicker {...control} />}</Field>
      <FieldGroup label={t('design.one')}>
        <Radio.Group options={choices} defaultValue={2} />
      </FieldGroup>
      <FieldGroup label={t('design.several')}>
        <Checkbox.Group options={choices} defaultValue={[1, 3]} />
      </FieldGroup>
      <FieldGroup label={t('design.onOff')}>
        <Switch defaultChecked aria-label={t('design.onOff')} />
      </FieldGroup>
      <PhotoField
        label={t('design.photos')}
        photos={photos}
        most={PHOTOS_MOST}
        send={async (file) => file.name}
        change={setPhotos}
      />
    </div>
  );
}
