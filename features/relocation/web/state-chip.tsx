/** How a version stands, as shape, word and colour together. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusChip } from '#ui/status/status-chip.tsx';
import type { VersionState } from '../contract.ts';

const TONES = {
  draft: 'in_hand',
  submitted: 'soon',
  published: 'ended',
  superseded: 'shelved',
  withdrawn: 'shelved',
  dropped: 'shelved',
} as const satisfies Record<VersionState, string>;

export function StateChip({ state }: { readonly state: VersionState }): ReactNode {
  const { t } = useTranslation('relocation');
  return <StatusChip tone={TONES[state]}>{t(`portal.state.${state}`)}</StatusChip>;
}
