/** A form of one command: what is typed stays until the command has happened, errors stand at their fields. */
import { useState } from 'react';
import type { Answer, Endpoint } from '#kernel/endpoint.ts';
import type { Request } from '../client/call.ts';
import { isRefused, RefusedError, type ServerRefusal } from '../client/refused.ts';
import { useCommand } from '../client/use-command.ts';
import { useRefresh } from '../client/use-refresh.ts';
import { useDraft } from './draft.ts';
import { type FieldErrors, useFieldErrors } from './use-field-errors.ts';

export interface FormOptions<E extends Endpoint, V extends object> {
  /** Of the draft; forms of one kind for different things have different names. */
  readonly name: string;
  readonly endpoint: E;
  readonly empty: V;
  readonly required?: readonly (keyof V & string)[];
  readonly request: (values: V) => Request<E>;
  /** Reads that change with it. */
  readonly refresh?: readonly Endpoint[];
  /** A sentence of one's own for a refusal that says more here than anywhere. */
  readonly say?: (refusal: ServerRefusal) => string | undefined;
  readonly done?: (answer: Answer<E>) => void;
}

export interface Form<V extends object> {
  readonly values: V;
  readonly change: (part: Partial<V>) => void;
  readonly submit: () => void;
  /** Forgets what was typed. */
  readonly clear: () => void;
  readonly busy: boolean;
  readonly errors: FieldErrors;
  /** Counts the attempts that were not taken, so that the eye can be led to the first error. */
  readonly failures: number;
}

export function useForm<E extends Endpoint, V extends object>(options: FormOptions<E, V>): Form<V> {
  const { name, endpoint, empty, required = [], refresh = [] } = options;
  const { draft, change, clear } = useDraft<V>(name);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [failures, setFailures] = useState(0);
  const command = useCommand(endpoint);
  const renew = useRefresh();
  const values: V = { ...empty, ...draft };
  const error = inOwnWords(command.error, options.say);
  const errors = useFieldErrors(error, missing, Object.keys(empty));
  const failed = (): void => setFailures((count) => count + 1);
  const submit = (): void => {
    const without = required.filter((field) => isEmpty(values[field]));
    setMissing(without);
    if (without.length > 0) {
      failed();
      return;
    }
    command.mutate(options.request(values), {
      onSuccess: (answer) => {
        clear();
        renew(refresh);
        options.done?.(answer);
      },
      onError: (reason) => {
        failed();
        if (isRefused(reason, 'command.stale')) renew(refresh);
      },
    });
  };
  return { values, change, submit, clear, busy: command.isPending, errors, failures };
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function inOwnWords(error: unknown, say: FormOptions<Endpoint, object>['say']): unknown {
  if (!isRefused(error)) return error;
  const message = say?.(error.refusal);
  if (message === undefined) return error;
  return new RefusedError({ ...error.refusal, message }, { status: error.status });
}
