import { PNG } from 'pngjs';
import type { Box, PicturePlan } from './plan-picture.ts';

const BLANK = 0xf3;

/**
 * Draws a picture anew that holds nothing of another but the parts to keep.
 * @param shot of `clip`, as PNG, in any scale
 */
export function composePicture(shot: Uint8Array, { clip, keep }: PicturePlan): Uint8Array {
  const seen = PNG.sync.read(Buffer.from(shot));
  const picture = new PNG({ width: seen.width, height: seen.height });
  picture.data.fill(BLANK);
  for (let alpha = 3; alpha < picture.data.length; alpha += 4) picture.data[alpha] = 0xff;
  const scale = seen.width / clip.width;
  for (const box of keep) {
    const [left, right] = spanOf(box.x - clip.x, box.width, scale, seen.width);
    const [top, bottom] = spanOf(box.y - clip.y, box.height, scale, seen.height);
    if (right > left && bottom > top) PNG.bitblt(seen, picture, left, top, right - left, bottom - top, left, top);
  }
  return PNG.sync.write(picture);
}

function spanOf(start: Box['x'], length: number, scale: number, most: number): [number, number] {
  const within = (place: number) => Math.min(most, Math.max(0, Math.round(place * scale)));
  return [within(start), within(start + length)];
}
