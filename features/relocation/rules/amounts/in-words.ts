/**
 * Amounts in capital words, 人民币大写, as vouchers write them (正确填写票据和结算凭证的基本规定):
 * zeros between digits are said once, whole yuan and whole jiao are closed with 整.
 */
import words from '../words.json' with { type: 'json' };

const { digits, places, sections, yuan, jiao, fen: fenWord, whole, minus } = words.capital;
const ZERO = digits[0] ?? '';

/** @param amount a whole number of fen */
export function amountInWords(amount: number): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError('money is a whole number of fen');
  const text = String(Math.abs(amount)).padStart(3, '0');
  const [tens = '0', ones = '0'] = text.slice(-2);
  const yuanPart = yuanInWords(text.slice(0, -2).replace(/^0+/, ''));
  const sign = amount < 0 ? minus : '';
  return `${sign}${yuanPart}${fractionInWords(tens, ones, yuanPart !== '')}`;
}

function digit(of: string): string {
  return digits[Number(of)] ?? '';
}

function fractionInWords(tens: string, ones: string, afterYuan: boolean): string {
  if (tens === '0' && ones === '0') return afterYuan ? whole : `${ZERO}${yuan}${whole}`;
  if (ones === '0') return `${digit(tens)}${jiao}${whole}`;
  const noJiao = afterYuan ? ZERO : '';
  const jiaoPart = tens === '0' ? noJiao : `${digit(tens)}${jiao}`;
  return `${jiaoPart}${digit(ones)}${fenWord}`;
}

/** Groups of four digits, the highest first; a gap of zeros anywhere is one 零. */
function yuanInWords(text: string): string {
  if (text === '') return '';
  const groups: string[] = [];
  for (let end = text.length; end > 0; end -= 4)
    groups.unshift(text.slice(Math.max(0, end - 4), end));
  let said = '';
  let gap = false;
  for (const [at, group] of groups.entries()) {
    const part = groupInWords(group);
    const section = sections[groups.length - 1 - at] ?? '';
    if (part === '') {
      gap = said !== '';
      continue;
    }
    const leads = group.startsWith('0') && said !== '';
    said += `${gap || leads ? ZERO : ''}${part}${section}`;
    gap = false;
  }
  return `${said}${yuan}`;
}

function groupInWords(group: string): string {
  let said = '';
  let gap = false;
  for (const [at, one] of [...group].entries()) {
    if (one === '0') gap = said !== '';
    else {
      said += `${gap ? ZERO : ''}${digit(one)}${places[group.length - 1 - at] ?? ''}`;
      gap = false;
    }
  }
  return said;
}
