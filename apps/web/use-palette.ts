/** What the palette offers the signed-in person: their screens, ways many go, what they set for themselves. */
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { carries, type Session, useSession } from '#features/access/web/public.ts';
import {
  MATTERS_SEARCH_PATH,
  matterShortcuts,
  matterTargets,
  STAFF_ROLES,
  useViews,
} from '#features/matters/web/public.ts';
import { organisationTargets } from '#features/organisations/web/public.ts';
import type { NavItem } from '#ui/desk/desk-frame.tsx';
import type { Command } from '#ui/desk/palette/commands.ts';
import type { Offered, Target } from '#ui/desk/palette/use-groups.ts';
import type { DeskTarget } from '#ui/desk/screen.ts';
import { chooseLanguage } from '#ui/i18n/start.ts';
import { chooseTheme, useTheme } from '#ui/theme/use-theme.ts';

const TARGETS: Readonly<Record<string, DeskTarget>> = { ...matterTargets, ...organisationTargets };

export function usePalette(screens: readonly NavItem[], signOut: () => void): Offered {
  const { t } = useTranslation('ui');
  const session = useSession();
  const navigate = useNavigate();
  const own = useOwnCommands(signOut);
  const go = (to: string, search: Readonly<Record<string, string>> = {}): void => {
    navigate({ to, search }).catch(reportError);
  };
  const targets = Object.entries(TARGETS).map(([kind, target]): [string, Target] => [
    kind,
    {
      label: t(target.label),
      open: (hit) => {
        const { to, search } = target.to(hit);
        go(to, search);
      },
    },
  ]);
  const views = useViews(seesMatters(session)).data?.views ?? [];
  const shortcuts = matterShortcuts.filter(({ roles }) => carries(session, roles));
  return {
    who: session.person.personId,
    targets: Object.fromEntries(targets),
    search: seesMatters(session) ? (q) => go(MATTERS_SEARCH_PATH, { q }) : undefined,
    commands: [
      ...screens.map(({ path, label, words }) => ({
        ref: `screen:${path}`,
        label,
        words,
        run: () => go(path),
      })),
      ...shortcuts.map(({ label, words, to, search }) => ({
        ref: `way:${label}`,
        label: t(label),
        words: t(words),
        run: () => go(to, search),
      })),
      ...views.map(({ viewId, name, query }) => ({
        ref: `view:${viewId}`,
        label: t('matters:web.view.command', { name }),
        words: name,
        run: () => go(MATTERS_SEARCH_PATH, { ...query, view: viewId }),
      })),
      { ...own.account, run: () => go('/account') },
      ...own.settings,
    ],
  };
}

/** What one sets for oneself, from anywhere. */
function useOwnCommands(signOut: () => void): {
  readonly account: Omit<Command, 'run'>;
  readonly settings: readonly Command[];
} {
  const { t, i18n } = useTranslation('ui');
  const theme = useTheme() === 'dark' ? 'light' : 'dark';
  const language = i18n.language === 'zh' ? 'en' : 'zh';
  return {
    account: { ref: 'own:account', label: t('desk.myAccount'), words: t('palette.words.account') },
    settings: [
      {
        ref: 'own:theme',
        label: t(`palette.theme.${theme}`),
        words: t('palette.words.theme'),
        run: () => chooseTheme(theme),
      },
      {
        ref: 'own:language',
        label: t(`palette.language.${language}`),
        words: t('palette.words.language'),
        run: () => {
          chooseLanguage(language).catch(reportError);
        },
      },
      {
        ref: 'own:sign-out',
        label: t('desk.signOut'),
        words: t('palette.words.signOut'),
        run: signOut,
      },
    ],
  };
}

function seesMatters(session: Session): boolean {
  return carries(session, STAFF_ROLES);
}
