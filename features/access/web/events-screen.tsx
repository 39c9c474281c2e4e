/** The record of accounts and sessions, for the audit administrator. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#ui/client/use-read.ts';
import { useRefresh } from '#ui/client/use-refresh.ts';
import { ScreenHead } from '#ui/desk/screen-head.tsx';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Empty } from '#ui/lists/waiting.tsx';
import { Moment } from '#ui/time/moment.tsx';
import { accessEvents } from '../contract.ts';
import './events-screen.css';

export default function EventsScreen(): ReactNode {
  const { t } = useTranslation('access');
  const [pages, setPages] = useState<readonly string[]>(['']);
  const refresh = useRefresh();
  return (
    <div className="access-events">
      <ScreenHead title={t('web.events.title')} purpose={t('web.events.purpose')}>
        <Button
          onClick={() => {
            setPages(['']);
            refresh([accessEvents]);
          }}
        >
          {t('web.events.again')}
        </Button>
      </ScreenHead>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('web.events.at')}</th>
            <th scope="col">{t('web.events.what')}</th>
            <th scope="col">{t('web.events.who')}</th>
          </tr>
        </thead>
        {pages.map((before, at) => (
          <Page
            key={before}
            before={before}
            {...(at === pages.length - 1 && { more: (next) => setPages([...pages, next]) })}
          />
        ))}
      </table>
    </div>
  );
}

interface PageProps {
  readonly before: string;
  readonly more?: (next: string) => void;
}

const WIDTH = 3;

function Page({ before, more }: PageProps): ReactNode {
  const { t } = useTranslation('access');
  const read = useRead(accessEvents, { query: before === '' ? {} : { before } });
  if (read.data === undefined) {
    return (
      <tbody>
        <tr>
          <td colSpan={WIDTH}>
            <ReadState read={read}>{() => null}</ReadState>
          </td>
        </tr>
      </tbody>
    );
  }
  const { events, next } = read.data;
  return (
    <tbody>
      {events.length === 0 && before === '' && (
        <tr>
          <td colSpan={WIDTH}>
            <Empty title={t('web.events.none')}>{t('web.events.noneText')}</Empty>
          </td>
        </tr>
      )}
      {events.map(({ eventId, happenedAt, kind, signInName }) => (
        <tr key={eventId}>
          <td className="number">
            <Moment at={happenedAt} />
          </td>
          <td>{t(`web.event.${kind}`)}</td>
          <td>{signInName}</td>
        </tr>
      ))}
      {next !== null && more !== undefined && (
        <tr>
          <td colSpan={WIDTH}>
            <Button onClick={() => more(next)}>{t('web.events.more')}</Button>
          </td>
        </tr>
      )}
    </tbody>
  );
}
