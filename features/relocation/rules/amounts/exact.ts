/**
 * An exact number: n / (10^scale × d). Sums, differences, products and
 * quotients lose nothing, so that an amount which lies exactly between two fen
 * is rounded as such, also after a division by three (ADR 0031). Nothing here
 * is ever a binary fraction.
 */

export type Rounding = 'half_up' | 'up' | 'down';

const TEN = 10n;
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const LONGEST = 40;

const powers: bigint[] = Array.from({ length: 64 }, (_, power) => TEN ** BigInt(power));

function powerOfTen(power: number): bigint {
  return powers[power] ?? TEN ** BigInt(power);
}

export class Exact {
  readonly n: bigint;
  readonly scale: number;
  /** Above zero. */
  readonly d: bigint;

  private constructor(n: bigint, scale: number, d: bigint) {
    this.n = n;
    this.scale = scale;
    this.d = d;
  }

  static readonly zero = new Exact(0n, 0, 1n);
  static readonly one = new Exact(1n, 0, 1n);

  /** Reads `-12.50`; undefined for everything else, also for exponents, signs of grouping and what is longer than 40 characters. */
  static read(text: string): Exact | undefined {
    const match = text.length > LONGEST ? null : DECIMAL.exec(text);
    if (match === null) return undefined;
    const [, sign = '', whole = '', fraction = ''] = match;
    const digits = BigInt(whole + fraction);
    return new Exact(sign === '-' ? -digits : digits, fraction.length, 1n);
  }

  /** @param hundredths a whole number of fen */
  static ofFen(hundredths: number): Exact {
    return new Exact(BigInt(hundredths), 2, 1n);
  }

  static ofWhole(whole: number): Exact {
    return new Exact(BigInt(whole), 0, 1n);
  }

  plus(other: Exact): Exact {
    if (this.d === other.d) {
      if (this.scale === other.scale) return new Exact(this.n + other.n, this.scale, this.d);
      return this.scale > other.scale ? this.plusCoarser(other) : other.plusCoarser(this);
    }
    const scale = Math.max(this.scale, other.scale);
    const mine = this.n * powerOfTen(scale - this.scale) * other.d;
    const others = other.n * powerOfTen(scale - other.scale) * this.d;
    return Exact.reduced(mine + others, scale, this.d * other.d);
  }

  private plusCoarser(other: Exact): Exact {
    const aligned = other.n * powerOfTen(this.scale - other.scale);
    return new Exact(this.n + aligned, this.scale, this.d);
  }

  minus(other: Exact): Exact {
    return this.plus(other.negated());
  }

  negated(): Exact {
    return new Exact(-this.n, this.scale, this.d);
  }

  times(other: Exact): Exact {
    const n = this.n * other.n;
    const scale = this.scale + other.scale;
    if (this.d === 1n && other.d === 1n) return new Exact(n, scale, 1n);
    return Exact.reduced(n, scale, this.d * other.d);
  }

  /** The quotient; undefined where the other is zero. */
  dividedBy(other: Exact): Exact | undefined {
    if (other.n === 0n) return undefined;
    const n = this.n * other.d * powerOfTen(other.scale);
    const d = this.d * other.n;
    return d < 0n ? Exact.reduced(-n, this.scale, -d) : Exact.reduced(n, this.scale, d);
  }

  /** Below zero, zero or above it, as this is smaller, equal or larger. */
  compare(other: Exact): -1 | 0 | 1 {
    const mine = this.n * powerOfTen(other.scale) * other.d;
    const others = other.n * powerOfTen(this.scale) * this.d;
    if (mine === others) return 0;
    return mine < others ? -1 : 1;
  }

  equals(other: Exact): boolean {
    return this.compare(other) === 0;
  }

  sign(): -1 | 0 | 1 {
    if (this.n === 0n) return 0;
    return this.n < 0n ? -1 : 1;
  }

  /** To a multiple of `step` (above zero); half up goes away from zero, as 四舍五入 does. */
  roundedTo(step: Exact, how: Rounding): Exact {
    const steps = this.dividedBy(step);
    if (steps === undefined || step.n < 0n) throw new RangeError('a step is above zero');
    return new Exact(steps.whole(how), 0, 1n).times(step);
  }

  private static reduced(n: bigint, scale: number, d: bigint): Exact {
    if (d === 1n) return new Exact(n, scale, d);
    const common = greatestCommon(n < 0n ? -n : n, d);
    return new Exact(n / common, scale, d / common);
  }

  /** As a whole number. */
  private whole(how: Rounding): bigint {
    const below = powerOfTen(this.scale) * this.d;
    const size = this.n < 0n ? -this.n : this.n;
    const down = size / below;
    const left = size - down * below;
    const away = how === 'half_up' ? 2n * left >= below : how === 'up' && left > 0n;
    const rounded = away ? down + 1n : down;
    return this.n < 0n ? -rounded : rounded;
  }

  /** A whole number of hundredths, half up; undefined beyond the safe integers (`kernel/quantity`). */
  toFen(): number | undefined {
    const hundredths = Number(this.times(HUNDRED).whole('half_up'));
    return Number.isSafeInteger(hundredths) ? hundredths : undefined;
  }

  /** The whole number it is; undefined where it is none or beyond the safe integers. */
  toWhole(): number | undefined {
    const whole = this.whole('down');
    const number = Number(whole);
    return Number.isSafeInteger(number) && this.equals(new Exact(whole, 0, 1n))
      ? number
      : undefined;
  }

  /** Decimals without trailing zeros; what does not end is cut to `most` decimals, half up. */
  toText(most = 6): string {
    if (this.d === 1n && this.scale <= most) return written(this.n, this.scale);
    return written(this.times(new Exact(powerOfTen(most), 0, 1n)).whole('half_up'), most);
  }

  /** False where `toText` had to cut. */
  isWritten(most = 6): boolean {
    if (this.d === 1n && this.scale <= most) return true;
    const step = new Exact(1n, most, 1n);
    return this.roundedTo(step, 'down').equals(this);
  }
}

const HUNDRED = Exact.ofWhole(100);

/** Whole units of the last decimal place as text. */
function written(units: bigint, places: number): string {
  const size = (units < 0n ? -units : units).toString();
  const sign = units < 0n ? '-' : '';
  if (places === 0) return sign + size;
  const digits = size.padStart(places + 1, '0');
  let end = digits.length;
  const point = end - places;
  while (end > point && digits.charCodeAt(end - 1) === ZERO) end -= 1;
  return end === point
    ? sign + digits.slice(0, point)
    : `${sign}${digits.slice(0, point)}.${digits.slice(point, end)}`;
}

const ZERO = 48;

function greatestCommon(first: bigint, second: bigint): bigint {
  let [a, b] = [first, second];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
