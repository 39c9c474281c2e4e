/**
 * The texts of one namespace for what stands on a screen a hundred times: as
 * `useTranslation`, without what that keeps for each of its callers. Texts are there
 * before anything is drawn (`startTexts`).
 */
import i18next, { type TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';

const known = new Map<string, TFunction>();

export function useTexts<N extends string>(namespace: N): TFunction<N> {
  const language = useSyncExternalStore(listen, () => i18next.language);
  const key = `${language} ${namespace}`;
  const made = known.get(key) ?? i18next.getFixedT(language, namespace);
  known.set(key, made);
  return made as TFunction<N>;
}

function listen(changed: () => void): () => void {
  i18next.on('languageChanged', changed);
  return () => i18next.off('languageChanged', changed);
}
