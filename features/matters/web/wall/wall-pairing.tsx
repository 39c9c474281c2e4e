/** A screen that waits: its code, how it is allowed, and nothing else. */
import { type ReactNode, useEffect, useState } from 'react';
import { Qr } from '#ui/qr/qr.tsx';
import { useWords } from './use-words.ts';
import './wall-pairing.css';

/** A little less than a code holds, and how soon it is asked for again where nobody answers. */
const NEW_CODE = 9 * 60_000;
const RETRY = 5_000;

/** Makes this screen one that waits, and answers its code; undefined where nobody answers. */
export type AskCode = () => Promise<string | undefined>;

export function WallPairing({ askCode }: { readonly askCode: AskCode }): ReactNode {
  const { t } = useWords();
  const code = useCode(askCode);
  const address = `${window.location.origin}/desk/walls`;
  return (
    <main className="wall-pairing">
      <h1>{t('web.wall.pair.title')}</h1>
      {code === undefined ? (
        <p role="status">{t('web.wall.pair.waits')}</p>
      ) : (
        <>
          <p className="wall-code" role="status" aria-label={t('web.wall.pair.code')}>
            {code}
          </p>
          <ol>
            <li>{t('web.wall.pair.open', { address })}</li>
            <li>{t('web.wall.pair.enter')}</li>
            <li>{t('web.wall.pair.then')}</li>
          </ol>
          <Qr text={`${address}?code=${code}`} label={t('web.wall.pair.scan')} />
        </>
      )}
    </main>
  );
}

function useCode(askCode: AskCode): string | undefined {
  const [code, setCode] = useState<string>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const ask = async (): Promise<void> => {
      const answer = await askCode();
      if (gone) return;
      setCode(answer);
      timer = setTimeout(() => ask().catch(reportError), answer === undefined ? RETRY : NEW_CODE);
    };
    ask().catch(reportError);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [askCode]);
  return code;
}
