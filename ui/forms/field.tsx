/** A labelled control with its hint and, in place, what is wrong with it. */
import { type ReactNode, useId } from 'react';
import './field.css';

/** What the control must carry so that label, hint and error belong to it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
}

interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
}

export function Field({ label, hint, error, required = false, children }: FieldProps): ReactNode {
  const id = useId();
  const says = error !== undefined || hint !== undefined;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        ...(says && { 'aria-describedby': `${id}-says` }),
        ...(error !== undefined && { 'aria-invalid': true as const }),
        ...(required && { 'aria-required': true as const }),
      })}
      {says && (
        <p id={`${id}-says`} className={error === undefined ? 'field-hint' : 'field-error'}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}

/** Several controls under one name (choices, photos). */
export function FieldGroup({
  label,
  hint,
  error,
  children,
}: Omit<FieldProps, 'children'> & { readonly children: ReactNode }): ReactNode {
  const id = useId();
  return (
    <fieldset className="field" aria-describedby={`${id}-says`}>
      <legend className="field-label">{label}</legend>
      {children}
      <p id={`${id}-says`} className={error === undefined ? 'field-hint' : 'field-error'}>
        {error ?? hint}
      </p>
    </fieldset>
  );
}
