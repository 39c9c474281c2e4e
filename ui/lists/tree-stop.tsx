/** Around the levels of a tree: all its lines together are one stop of the Tab key. */
import type { ReactNode } from 'react';
import './pair-screen.css';
import { useOneStop } from './use-one-stop.ts';

export function TreeStop({ children }: { readonly children: ReactNode }): ReactNode {
  const list = useOneStop('.tree-line');
  return (
    <div ref={list.ref} className="tree-stop">
      {children}
    </div>
  );
}
