import { knownWords } from '../settings/words.ts';

/** What of the setting's panel may be in a picture: the switch, and words that are LinkedIn's own. All else stays blank. */

/** In CSS pixels of the document. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PanelPiece {
  kind: 'switch' | 'text';
  /** of a text: its own words, then all the words of the parts around it */
  words: string[];
  boxes: Box[];
  /** is nothing else drawn in its place, that could tell of somebody? */
  isFree: boolean;
}

export interface PanelFacts {
  panel: Box;
  /** what of the page can be seen */
  view: Box;
  pieces: PanelPiece[];
}

/** What is cut out of the page, and what of that is kept. */
export interface PicturePlan {
  clip: Box;
  keep: Box[];
}

const MARGIN_PX = 16;

/** Null where the switch itself cannot be shown, without which a picture says nothing. */
export function planPicture({ panel, view, pieces }: PanelFacts): PicturePlan | null {
  const shown = pieces.filter(
    ({ kind, words, boxes, isFree }) =>
      isFree && boxes.every((box) => isWithin(box, view)) && (kind === 'switch' || words.some(isOurs)),
  );
  if (!shown.some(({ kind }) => kind === 'switch')) return null;
  const keep = shown.flatMap(({ boxes }) => boxes);
  const around = boundsOf(keep, MARGIN_PX);
  // A switch may stand out of its panel, and is the point of the picture.
  const clip = meet(around, boundsOf([panel, ...keep], 0), view);
  return { clip, keep };
}

function isOurs(words: string): boolean {
  return knownWords(words) !== null;
}

function isWithin(box: Box, view: Box): boolean {
  return (
    box.x >= view.x &&
    box.y >= view.y &&
    box.x + box.width <= view.x + view.width &&
    box.y + box.height <= view.y + view.height
  );
}

function boundsOf(boxes: readonly Box[], margin: number): Box {
  const x = Math.min(...boxes.map((box) => box.x)) - margin;
  const y = Math.min(...boxes.map((box) => box.y)) - margin;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + margin;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + margin;
  return { x, y, width: right - x, height: bottom - y };
}

/** In whole pixels. */
function meet(...boxes: readonly Box[]): Box {
  const x = Math.floor(Math.max(...boxes.map((box) => box.x)));
  const y = Math.floor(Math.max(...boxes.map((box) => box.y)));
  const right = Math.ceil(Math.min(...boxes.map((box) => box.x + box.width)));
  const bottom = Math.ceil(Math.min(...boxes.map((box) => box.y + box.height)));
  return { x, y, width: right - x, height: bottom - y };
}
