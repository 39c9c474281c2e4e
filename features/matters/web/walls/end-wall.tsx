/** Ends a wall, asked once: the screen goes dark for everybody who looks at it. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listWalls, revokeWall } from '#features/matters/contract.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';

interface EndProps {
  readonly wall: Pick<Answer<typeof listWalls>['walls'][number], 'wallId' | 'version'>;
}

export function EndWall({ wall: { wallId, version } }: EndProps): ReactNode {
  const { t } = useTranslation('matters');
  const client = useQueryClient();
  const sentence = useRefusalSentence();
  const revoke = useCommand(revokeWall);
  const end = (): void => {
    revoke.mutate(
      { params: { wallId }, body: { version } },
      {
        onSettled: () => {
          client.invalidateQueries({ queryKey: [listWalls.id] }).catch(reportError);
        },
      },
    );
  };
  return (
    <>
      <Popconfirm
        title={t('web.walls.revokeAsk')}
        okText={t('web.walls.revoke')}
        onConfirm={end}
        showCancel={false}
      >
        <Button danger loading={revoke.isPending}>
          {t('web.walls.revoke')}
        </Button>
      </Popconfirm>
      {revoke.error !== null && <span role="alert">{sentence(revoke.error)}</span>}
    </>
  );
}
