/** What an administrator keeps: each screen with what it is for. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { carries, useSession } from '#features/access/web/public.ts';
import type { Role } from '#kernel/role.ts';

interface Kept {
  readonly path: string;
  readonly title: string;
  readonly purpose: string;
  readonly roles: readonly Role[];
}

const SYSTEM = ['system_admin'] as const;
const SECURITY = ['security_admin'] as const;

const KEPT: readonly Kept[] = [
  { path: '/areas', title: 'places:web.title', purpose: 'places:web.purpose', roles: SYSTEM },
  {
    path: '/organisations',
    title: 'organisations:web.title',
    purpose: 'organisations:web.purpose',
    roles: [...SYSTEM, ...SECURITY],
  },
  {
    path: '/catalogue',
    title: 'matters:web.catalogue.title',
    purpose: 'matters:web.catalogue.purpose',
    roles: SYSTEM,
  },
  {
    path: '/people',
    title: 'organisations:web.people.title',
    purpose: 'organisations:web.people.purpose',
    roles: SECURITY,
  },
  {
    path: '/orphans',
    title: 'organisations:web.orphans.title',
    purpose: 'organisations:web.orphans.purpose',
    roles: [...SYSTEM, ...SECURITY],
  },
  {
    path: '/walls',
    title: 'matters:web.walls.title',
    purpose: 'matters:web.walls.lead',
    roles: SECURITY,
  },
  {
    path: '/sign-in-rules',
    title: 'access:web.policy.title',
    purpose: 'access:web.policy.purpose',
    roles: SECURITY,
  },
  {
    path: '/sign-in-log',
    title: 'access:web.events.title',
    purpose: 'access:web.events.purpose',
    roles: ['audit_admin'],
  },
  {
    path: '/suggestions',
    title: 'matters:web.suggestions.title',
    purpose: 'matters:web.suggestions.text',
    roles: SYSTEM,
  },
];

export function AdminLinks(): ReactNode {
  const { t } = useTranslation('matters');
  const session = useSession();
  const title = useId();
  const own = KEPT.filter(({ roles }) => carries(session, roles));
  if (own.length === 0) return null;
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{t('web.start.keeps')}</h2>
      <ul className="admin-links">
        {own.map((kept) => (
          <li key={kept.path}>
            <Link to={kept.path} className="admin-link">
              <strong>{t(kept.title)}</strong>
              <span className="muted">{t(kept.purpose)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
