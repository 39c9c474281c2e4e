import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { bombPng, isLandscape, picture } from '#tests/worlds/pictures.ts';
import { PHOTO_LIMITS, readPhoto } from './photo.ts';

const refusalOf = async (bytes: Uint8Array): Promise<string | undefined> => {
  const read = await readPhoto(bytes);
  return read.ok ? undefined : read.refusal.code;
};
const metadataOf = async (bytes: Uint8Array) => sharp(bytes).metadata();

describe('a photo', () => {
  it.each(['jpeg', 'png', 'webp'] as const)(
    'may be a %s, and is kept as a JPEG',
    async (format) => {
      const read = await readPhoto(await picture(format, 800, 600));
      if (!read.ok) throw new Error(read.refusal.code);
      const { bytes, width, height } = read.value;
      expect([width, height]).toEqual([800, 600]);
      expect((await metadataOf(bytes)).format).toBe('jpeg');
    },
  );

  it('is made no larger than needed, with a small one beside it', async () => {
    const read = await readPhoto(await picture('jpeg', 4000, 2000));
    if (!read.ok) throw new Error(read.refusal.code);
    expect([read.value.width, read.value.height]).toEqual([PHOTO_LIMITS.side, 1280]);
    const small = await metadataOf(read.value.thumbnail);
    expect([small.width, small.height]).toEqual([PHOTO_LIMITS.thumbnail, 240]);
  });

  it('does not tell where, when or by what it was taken', async () => {
    const taken = await sharp(await picture('jpeg', 200, 100))
      .withExif({
        IFD0: { Make: 'A camera', Copyright: 'Somebody' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 40/1 0/1' },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">home</x:xmpmeta>')
      .jpeg()
      .toBuffer();
    expect((await metadataOf(taken)).exif).toBeDefined();
    const read = await readPhoto(taken);
    if (!read.ok) throw new Error(read.refusal.code);
    for (const bytes of [read.value.bytes, read.value.thumbnail]) {
      const { exif, xmp, iptc, icc } = await metadataOf(bytes);
      expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
      expect(bytes.includes('A camera')).toBe(false);
    }
  });

  it('stands upright, though the camera was held sideways', async () => {
    const sideways = await sharp(await picture('jpeg', 300, 200))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const read = await readPhoto(sideways);
    if (!read.ok) throw new Error(read.refusal.code);
    expect([read.value.width, read.value.height]).toEqual([200, 300]);
    expect(await isLandscape(read.value.thumbnail)).toBe(false);
  });

  it.each([
    ['words', Buffer.from('not a picture at all')],
    ['nothing', Buffer.alloc(0)],
    ['an SVG, which may carry code', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an SVG behind a declaration', Buffer.from('<?xml version="1.0"?><svg/>')],
    ['a GIF', Buffer.from('GIF89a......')],
    ['a page', Buffer.from('<!doctype html><script>1</script>')],
    ['a PDF', Buffer.from('%PDF-1.7')],
  ])('is not %s', async (_what, bytes) => {
    expect(await refusalOf(bytes)).toBe('file.not_an_image');
  });

  it('is not one whose first bytes only say so', async () => {
    const words = Buffer.from('and then something else entirely'.repeat(10));
    const heads = [
      Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      Buffer.from('RIFF\u0000\u0000\u0000\u0000WEBP'),
    ];
    for (const head of heads) {
      expect(await refusalOf(Buffer.concat([head, words]))).toBe('file.unreadable');
    }
  });

  it.each(['jpeg', 'png', 'webp'] as const)('is not a %s that breaks off', async (format) => {
    const whole = await picture(format, 600, 400);
    expect(await refusalOf(whole.subarray(0, whole.length / 2))).toBe('file.unreadable');
  });

  it('is not a bomb: 900 megapixels in some kilobytes, refused before they are unpacked', async () => {
    const bomb = bombPng(30_000, 30_000);
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await refusalOf(bomb)).toBe('file.too_many_pixels');
  });

  it('is not larger than its limit', async () => {
    expect(await refusalOf(Buffer.alloc(PHOTO_LIMITS.bytes + 1))).toBe('file.too_large');
  });
});
