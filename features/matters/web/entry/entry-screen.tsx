/** Entering a report at the counter or on the telephone: one page, made for the keyboard. */
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { EntryDone } from './entry-done.tsx';
import { EntryForm } from './entry-form.tsx';
import './entry-screen.css';
import type { Entered } from './use-entry.ts';
import { useEntry } from './use-entry.ts';

const PickMap = lazy(async () => import('../map/pick-map.tsx'));

export default function EntryScreen(): ReactNode {
  const [entered, setEntered] = useState<Entered>();
  const entry = useEntry(setEntered);
  if (entered !== undefined) {
    return <EntryDone entered={entered} again={() => setEntered(undefined)} />;
  }
  const { lng, lat } = entry.values;
  return (
    <div className="entry">
      <EntryForm entry={entry} />
      <div className="entry-map">
        <Suspense fallback={null}>
          <PickMap
            point={lng === undefined || lat === undefined ? undefined : { lng, lat }}
            pick={(point) => entry.change(point ?? { lng: undefined, lat: undefined })}
          />
        </Suspense>
      </div>
    </div>
  );
}
