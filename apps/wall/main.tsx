/** Starts the wall: texts, the token of a link where one came along, the scenes. */
import '#ui/theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadWall } from '#features/matters/web/public.ts';
import { startTexts } from '#ui/i18n/start.ts';
import { askCode, takeOverDevice } from './pairing.ts';
import { textsOf } from './texts.ts';

// A link with a token, opened where a wall stands already, changes the address alone.
window.addEventListener('hashchange', () => window.location.reload());
await Promise.all([startTexts(textsOf), takeOverDevice()]);
const { default: WallApp } = await loadWall();
const place = document.getElementById('wall');
if (place === null) throw new Error('The page has no place for the wall');
createRoot(place).render(
  <StrictMode>
    <WallApp askCode={askCode} />
  </StrictMode>,
);
