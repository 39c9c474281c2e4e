/** Ant Design drawn with our tokens. */
import { type ThemeConfig, theme } from 'antd';
import { FONT_FAMILY, type ThemeName, TOKENS } from './tokens.ts';

export function antTheme(name: ThemeName, still: boolean): ThemeConfig {
  const tokens = TOKENS[name];
  return {
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: tokens.ink,
      colorInfo: tokens.indigo,
      colorLink: tokens.indigo,
      colorError: tokens.seal,
      colorWarning: tokens.amber,
      colorSuccess: tokens.jade,
      colorTextBase: tokens.ink,
      colorBgBase: tokens.card,
      colorBgLayout: tokens.paper,
      colorBgContainer: tokens.card,
      colorBgElevated: tokens.card,
      colorBorder: tokens.lineStrong,
      colorBorderSecondary: tokens.line,
      colorSplit: tokens.line,
      colorTextPlaceholder: tokens.muted,
      colorTextDescription: tokens.muted,
      colorTextLightSolid: tokens.onInk,
      controlItemBgActive: tokens.indigoWash,
      controlItemBgActiveHover: tokens.indigoWash,
      controlItemBgHover: tokens.hover,
      fontFamily: FONT_FAMILY,
      fontSize: 14,
      borderRadius: 6,
      controlHeight: 34,
      motion: !still,
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
      Select: {
        optionActiveBg: tokens.hover,
        optionSelectedBg: tokens.indigoWash,
        optionSelectedColor: tokens.ink,
        optionSelectedFontWeight: 500,
      },
    },
  };
}
