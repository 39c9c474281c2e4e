/** The frame of the desk with what the signed-in person may open. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { carries, SessionGate, signOut, useSession, whoAmI } from '#features/access/web/public.ts';
import {
  MATTERS_SEARCH_PATH,
  STAFF_ROLES,
  useNavCounts,
  usePlace,
} from '#features/matters/web/public.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { DeskFrame, type NavItem } from '#ui/desk/desk-frame.tsx';
import { screens } from './screens.ts';

export function Shell(): ReactNode {
  return (
    <SessionGate>
      <SignedInFrame />
    </SessionGate>
  );
}

function SignedInFrame(): ReactNode {
  const session = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = useCommand(signOut);
  const items = useNavItems();
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
      search={(q) => {
        navigate({ to: MATTERS_SEARCH_PATH, search: { q } }).catch(reportError);
      }}
      signOut={() =>
        leave.mutate(
          {},
          {
            onSettled: () => {
              client.clear();
              client.resetQueries({ queryKey: [whoAmI.id] }).catch(reportError);
            },
          },
        )
      }
    />
  );
}

function useNavItems(): readonly NavItem[] {
  const { t } = useTranslation('ui');
  const session = useSession();
  const counts = useNavCounts(carries(session, STAFF_ROLES));
  return screens.flatMap(({ path, nav }) => {
    if (nav === undefined || !carries(session, nav.roles)) return [];
    return [{ path, label: t(nav.label), group: nav.group, count: counts[path] }];
  });
}
