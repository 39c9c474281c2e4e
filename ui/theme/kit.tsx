/**
 * Ant Design with our tokens, in the chosen language. What is drawn with it stands
 * inside; the frame of the desk and the day need none of it and are there sooner.
 */
import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { antTheme } from './ant-theme.ts';
import { kitLocale } from './kit-locale.ts';
import { useStill } from './use-media.ts';
import { useTheme } from './use-theme.ts';

export function Kit({ children }: { readonly children: ReactNode }): ReactNode {
  const theme = useTheme();
  const still = useStill();
  const { i18n } = useTranslation('ui');
  return (
    <ConfigProvider
      theme={antTheme(theme, still)}
      locale={kitLocale(i18n.language)}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}
