/**
 * The one palette. Seal red only for what needs a person, gold only for stars;
 * every text colour reaches 4.5:1 on the grounds it stands on.
 */
export type ThemeName = 'light' | 'dark';

export interface Tokens {
  readonly paper: string;
  readonly card: string;
  readonly side: string;
  readonly hover: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly muted: string;
  readonly onInk: string;
  readonly seal: string;
  readonly sealWash: string;
  readonly sealLine: string;
  readonly amber: string;
  readonly amberInk: string;
  readonly amberWash: string;
  readonly amberLine: string;
  readonly indigo: string;
  readonly indigoWash: string;
  readonly indigoLine: string;
  readonly jade: string;
  readonly jadeWash: string;
  readonly jadeLine: string;
  readonly gold: string;
  /** Six kinds that mean nothing by themselves, told apart on a map or a chart; all bear `onInk`. */
  readonly kindA: string;
  readonly kindB: string;
  readonly kindC: string;
  readonly kindD: string;
  readonly kindE: string;
  readonly kindF: string;
  readonly mapGround: string;
  readonly mapLine: string;
  readonly shadow: string;
}

const light: Tokens = {
  paper: '#faf9f5',
  card: '#ffffff',
  side: '#f3f2ec',
  hover: '#f4f2eb',
  line: '#e6e4dc',
  lineStrong: '#cfccc0',
  ink: '#1c1e21',
  muted: '#5c636b',
  onInk: '#ffffff',
  seal: '#b3261e',
  sealWash: '#fcedeb',
  sealLine: '#efc9c5',
  amber: '#a8660f',
  amberInk: '#875008',
  amberWash: '#fcf2df',
  amberLine: '#ecd6ab',
  indigo: '#2f4b7c',
  indigoWash: '#eaeff8',
  indigoLine: '#c9d5ea',
  jade: '#2f6f5e',
  jadeWash: '#e7f1ed',
  jadeLine: '#c2dcd2',
  gold: '#c08a1e',
  kindA: '#2f6db5',
  kindB: '#1f7a5c',
  kindC: '#8a4b9e',
  kindD: '#8a5a2b',
  kindE: '#5f6f1f',
  kindF: '#a8488c',
  mapGround: '#f6f4ee',
  mapLine: '#c9c5b8',
  shadow: '0 6px 24px rgba(28, 30, 33, 0.10), 0 1px 3px rgba(28, 30, 33, 0.06)',
};

const dark: Tokens = {
  paper: '#141716',
  card: '#1b1f1e',
  side: '#101312',
  hover: '#232827',
  line: '#2c3230',
  lineStrong: '#444c49',
  ink: '#ebe9e2',
  muted: '#a0a8a3',
  onInk: '#141716',
  seal: '#f28b82',
  sealWash: '#3b1f1d',
  sealLine: '#6b332f',
  amber: '#e3ae5f',
  amberInk: '#e8bb78',
  amberWash: '#352910',
  amberLine: '#5d4a22',
  indigo: '#9ab6ea',
  indigoWash: '#1e2a42',
  indigoLine: '#364a70',
  jade: '#82c5af',
  jadeWash: '#18312a',
  jadeLine: '#2f5648',
  gold: '#dcb052',
  kindA: '#86b4ee',
  kindB: '#7fcbaa',
  kindC: '#c9a0dc',
  kindD: '#d4ae84',
  kindE: '#b9c46b',
  kindF: '#e39ac5',
  mapGround: '#181c1b',
  mapLine: '#3d4542',
  shadow: '0 6px 24px rgba(0, 0, 0, 0.45), 0 1px 3px rgba(0, 0, 0, 0.4)',
};

export const TOKENS: Readonly<Record<ThemeName, Tokens>> = { light, dark };

export const FONT_FAMILY = [
  '-apple-system',
  '"Segoe UI"',
  '"PingFang SC"',
  '"HarmonyOS Sans SC"',
  '"Microsoft YaHei UI"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Source Han Sans SC"',
  'sans-serif',
].join(', ');
