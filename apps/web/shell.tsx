/** The frame of the desk with what the signed-in person may open. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { carries, SessionGate, signOut, useSession, whoAmI } from '#features/access/web/public.ts';
import { STAFF_ROLES, useNavCounts, usePlace } from '#features/matters/web/public.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { DayParts } from '#ui/desk/day.ts';
import { DeskFrame, type NavItem } from '#ui/desk/desk-frame.tsx';
import { forgetUsed } from '#ui/desk/palette/last-used.ts';
import { dayParts } from './feature-screens.ts';
import { screens } from './screens.ts';
import { usePalette } from './use-palette.ts';

export function Shell(): ReactNode {
  return (
    <SessionGate>
      <DayParts value={dayParts}>
        <SignedInFrame />
      </DayParts>
    </SessionGate>
  );
}

function SignedInFrame(): ReactNode {
  const session = useSession();
  const signsOut = useSignOut();
  const items = useNavItems();
  const palette = usePalette(items, signsOut);
  const place = usePlace();
  const english = useTranslation('ui').i18n.language === 'en';
  return (
    <DeskFrame
      items={items}
      identity={{
        name: session.person.name,
        tenantName: english ? place.data?.tenantNameEn || session.tenant.name : session.tenant.name,
        posts: session.person.posts.map((post) => ({
          key: post.postId,
          title: post.title,
          note: post.organisationName,
        })),
      }}
      demonstration={place.data?.demonstration ?? false}
      palette={palette}
      signOut={signsOut}
    />
  );
}

function useSignOut(): () => void {
  const client = useQueryClient();
  const leave = useCommand(signOut);
  const onSettled = (): void => {
    forgetUsed();
    client.clear();
    client.resetQueries({ queryKey: [whoAmI.id] }).catch(reportError);
  };
  return () => leave.mutate({}, { onSettled });
}

function useNavItems(): readonly NavItem[] {
  const { t } = useTranslation('ui');
  const session = useSession();
  const counts = useNavCounts(carries(session, STAFF_ROLES));
  return screens.flatMap(({ path, nav }) => {
    if (nav === undefined || !carries(session, nav.roles)) return [];
    return [
      { path, label: t(nav.label), words: t(nav.words), group: nav.group, count: counts[path] },
    ];
  });
}
