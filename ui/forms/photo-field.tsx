/** Photos: chosen, dropped or pasted; each is sent at once and named by its digest. */
import { CameraOutlined, CloseOutlined } from '@ant-design/icons';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalSentence } from '../client/use-refusal-sentence.ts';
import { FieldGroup } from './field.tsx';
import './photo-field.css';

export interface ChosenPhoto {
  readonly digest: string;
  /** Address of the picture in this browser. */
  readonly preview: string;
}

interface PhotoFieldProps {
  readonly label: string;
  readonly photos: readonly ChosenPhoto[];
  readonly most: number;
  readonly error?: string | undefined;
  /** Sends one file, answers its digest. */
  readonly send: (file: File) => Promise<string>;
  readonly change: (photos: readonly ChosenPhoto[]) => void;
}

export function PhotoField({
  label,
  photos,
  most,
  error,
  send,
  change,
}: PhotoFieldProps): ReactNode {
  const { t } = useTranslation('ui');
  const sentence = useRefusalSentence();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(0);
  const [failed, setFailed] = useState<string>();

  const take = async (files: Iterable<File>): Promise<void> => {
    setFailed(undefined);
    let taken = photos;
    for (const file of [...files].slice(0, most - photos.length)) {
      setSending((count) => count + 1);
      try {
        const digest = await send(file);
        if (!taken.some((photo) => photo.digest === digest)) {
          taken = [...taken, { digest, preview: URL.createObjectURL(file) }];
          change(taken);
        }
      } catch (reason) {
        setFailed(sentence(reason));
      } finally {
        setSending((count) => count - 1);
      }
    }
  };

  return (
    <FieldGroup
      label={label}
      error={failed ?? error}
      hint={sending > 0 ? t('photo.sending') : undefined}
    >
      <section
        className="photos"
        aria-label={label}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          take(event.dataTransfer.files).catch(setFailed);
        }}
        onPaste={(event) => {
          take(event.clipboardData.files).catch(setFailed);
        }}
      >
        {photos.map((photo, index) => (
          <span className="photo-chosen" key={photo.digest}>
            <img src={photo.preview} alt={t('photo.nth', { count: index + 1 })} />
            <button
              type="button"
              aria-label={t('photo.remove', { count: index + 1 })}
              onClick={() => change(photos.filter((other) => other !== photo))}
            >
              <CloseOutlined aria-hidden />
            </button>
          </span>
        ))}
        {photos.length < most && (
          <button type="button" className="photo-add" onClick={() => input.current?.click()}>
            <CameraOutlined aria-hidden />
            <span>{t('photo.add')}</span>
          </button>
        )}
        <input
          ref={input}
          className="only-read-out"
          type="file"
          accept="image/jpeg,image/png,image/webp,image/heic"
          multiple
          tabIndex={-1}
          aria-label={t('photo.file')}
          onChange={(event) => {
            take(event.target.files ?? []).catch(setFailed);
            event.target.value = '';
          }}
        />
      </section>
    </FieldGroup>
  );
}
