/** What every scene is given. */
import type { Board } from '../../contract.ts';
import type { Page } from './pages.ts';

export interface SceneProps {
  readonly board: Board;
  readonly page: Page;
}
