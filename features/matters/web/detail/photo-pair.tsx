/** Before and after side by side: the proof that something was done. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type MatterDetail, matterPhoto } from '#features/matters/contract.ts';
import { addressOf } from '#ui/client/address.ts';
import { Moment } from '#ui/time/moment.tsx';
import './photo-pair.css';

const STAGES = ['before', 'after', 'check'] as const;

export function PhotoPair({ matter }: { readonly matter: MatterDetail }): ReactNode {
  const { t } = useTranslation('matters');
  if (matter.photos.length === 0) return null;
  const stages = STAGES.filter(
    (stage) => stage !== 'check' || matter.photos.some((photo) => photo.stage === stage),
  );
  return (
    <section className="photo-stages" aria-label={t('web.detail.photos')}>
      {stages.map((stage) => (
        <PhotoStage key={stage} matter={matter} stage={stage} />
      ))}
    </section>
  );
}

interface PhotoStageProps {
  readonly matter: MatterDetail;
  readonly stage: (typeof STAGES)[number];
}

function PhotoStage({ matter, stage }: PhotoStageProps): ReactNode {
  const { t } = useTranslation('matters');
  const photos = matter.photos.filter((photo) => photo.stage === stage);
  const [first] = photos;
  if (first === undefined) {
    return <p className="photo-none">{t(`web.photo.none.${stage}`)}</p>;
  }
  return (
    <figure className="photo-stage">
      <figcaption>
        {t(`web.photo.${stage}`)} <Moment at={first.at} />
      </figcaption>
      {photos.map((photo, index) => (
        <a
          key={photo.digest}
          href={addressFor(matter, photo.digest, 'full')}
          target="_blank"
          rel="noreferrer"
        >
          <img
            src={addressFor(matter, photo.digest, 'thumbnail')}
            alt={t('web.photo.alt', { stage: t(`web.photo.${stage}`), count: index + 1 })}
            loading="lazy"
          />
        </a>
      ))}
    </figure>
  );
}

function addressFor(matter: MatterDetail, digest: string, size: 'full' | 'thumbnail'): string {
  return addressOf(matterPhoto.path, { matterId: matter.matterId, digest }, { size });
}
