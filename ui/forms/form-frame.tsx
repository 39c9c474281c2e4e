/** The frame of a form: its name, what concerns all of it, its fields, send and leave. */
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import './form-frame.css';
import type { Form } from './use-form.ts';

interface FormFrameProps {
  readonly form: Pick<Form<object>, 'submit' | 'busy' | 'errors' | 'failures'>;
  readonly label: string;
  /** What happens with it, before it is sent. */
  readonly text?: ReactNode;
  readonly submit: string;
  /** Takes something away: the button says so by its colour. */
  readonly grave?: boolean;
  readonly cancel?: () => void;
  readonly children?: ReactNode;
}

const FIRST = 'input:not([type="hidden"]):not([disabled]), textarea, [role="combobox"]';

export function FormFrame(props: FormFrameProps): ReactNode {
  const { form, label, text, submit, grave = false, cancel, children } = props;
  const { t } = useTranslation('ui');
  const frame = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = frame.current?.querySelector<HTMLElement>(FIRST);
    (first ?? frame.current?.querySelector('button'))?.focus();
  }, []);
  useEffect(() => {
    if (form.failures === 0) return;
    frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form.failures]);
  return (
    <form
      ref={frame}
      className="form-frame"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
        if (event.key === 'Escape' && !event.defaultPrevented) cancel?.();
      }}
    >
      <p className="form-frame-title">{label}</p>
      {text !== undefined && <div className="muted">{text}</div>}
      {form.errors.form !== undefined && (
        <p className="form-says" role="alert">
          {form.errors.form}
        </p>
      )}
      {children}
      <div className="form-buttons">
        <Button type="primary" danger={grave} htmlType="submit" loading={form.busy}>
          {submit}
        </Button>
        {cancel !== undefined && <Button onClick={cancel}>{t('form.cancel')}</Button>}
      </div>
    </form>
  );
}
