/** Ant Design's own words in the chosen language. Its locale files are ES modules its package does not declare as such. */
import type { ConfigProviderProps } from 'antd';
import * as english from 'antd/es/locale/en_US.js';
import * as chinese from 'antd/es/locale/zh_CN.js';

type KitLocale = NonNullable<ConfigProviderProps['locale']>;

export function kitLocale(language: string): KitLocale {
  return (language === 'en' ? english : chinese).default as unknown as KitLocale;
}
