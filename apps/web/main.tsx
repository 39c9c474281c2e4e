/** Starts the desk: texts, theme, router. */
import '#ui/theme/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { whoAmI } from '#features/access/web/public.ts';
import { makeQueryClient } from '#ui/client/query-client.ts';
import { guardDrafts } from '#ui/forms/draft.ts';
import { startTexts } from '#ui/i18n/start.ts';
import { startTheme } from '#ui/theme/use-theme.ts';
import { askFirst } from './ask-first.ts';
import { makeRouter } from './router.tsx';
import { screens } from './screens.ts';
import { textsOf } from './texts.ts';

/** Asks once more who is signed in; that answer itself being a refusal asks nobody again. */
const client = makeQueryClient((queries) => {
  const own = queries.getQueryCache().findAll({ queryKey: [whoAmI.id] });
  if (!own.some((query) => query.state.status === 'success')) return;
  queries.invalidateQueries({ queryKey: [whoAmI.id] }).catch(reportError);
});
const router = makeRouter(screens);

startTheme();
guardDrafts();
// What every screen begins with is on its way before anything is drawn, all of it at once.
askFirst(client).catch(reportError);
router.preloadRoute({ to: router.latestLocation.pathname }).catch(reportError);
await startTexts(textsOf);
const place = document.getElementById('desk');
if (place === null) throw new Error('The page has no place for the desk');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
