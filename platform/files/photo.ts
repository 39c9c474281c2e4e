/**
 * A photo as it may be kept: proven to be one by decoding, turned upright,
 * made no larger than needed, and without any metadata (where it was taken).
 */
import sharp, { type Sharp } from 'sharp';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { imageTypeOf } from './image-type.ts';

export const PHOTO_LIMITS = {
  /** Bytes of the upload. */
  bytes: 10 * 1024 * 1024,
  /** Pixels before decoding. */
  pixels: 50_000_000,
  /** Longest side of what is kept, and of its thumbnail. */
  side: 2560,
  thumbnail: 480,
} as const;

export interface Photo {
  readonly media: 'image/jpeg';
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly thumbnail: Buffer;
}

/** @param field name of the form's field, for the refusal */
export async function readPhoto(bytes: Uint8Array, field = 'photo'): Promise<Outcome<Photo>> {
  if (bytes.length > PHOTO_LIMITS.bytes) {
    return refused({ code: 'file.too_large', field, detail: { limit: '10 MB' } });
  }
  if (imageTypeOf(bytes) === undefined) return refused({ code: 'file.not_an_image', field });
  try {
    const { width, height, pages } = await open(bytes, false).metadata();
    if (width * height * (pages ?? 1) > PHOTO_LIMITS.pixels) {
      return refused({ code: 'file.too_many_pixels', field });
    }
    return done(await develop(bytes));
  } catch {
    // Every error of decoding means: these bytes are no whole picture.
    return refused({ code: 'file.unreadable', field });
  }
}

async function develop(bytes: Uint8Array): Promise<Photo> {
  const { side, thumbnail } = PHOTO_LIMITS;
  const kept = await shrink(open(bytes, true), side)
    .jpeg({ quality: 82, mozjpeg: false })
    .toBuffer({ resolveWithObject: true });
  const small = await shrink(open(kept.data, true), thumbnail).jpeg({ quality: 72 }).toBuffer();
  const { width, height } = kept.info;
  return { media: 'image/jpeg', bytes: kept.data, width, height, thumbnail: small };
}

/** Fails on a truncated picture rather than filling it with grey. */
function open(bytes: Uint8Array, limited: boolean): Sharp {
  return sharp(bytes, {
    failOn: 'truncated',
    limitInputPixels: limited ? PHOTO_LIMITS.pixels : false,
    sequentialRead: true,
    pages: 1,
  });
}

/** Upright by its orientation; sharp leaves all metadata behind unless told to keep them. */
function shrink(picture: Sharp, side: number): Sharp {
  return picture
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' });
}
