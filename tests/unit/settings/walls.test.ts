import { describe, expect, it } from 'vitest';
import {
  HEADING_WALLS,
  headingWallsOf,
  PATH_WALLS,
  VISIBLE_WALLS,
  WALL_CODES,
  WALL_PREFIXES,
  wallOfStatus,
  wallOfTellingStatus,
} from '../../../src/settings/walls.ts';

describe('what may be kept of a wall', () => {
  it.each(WALL_PREFIXES)('%s is the address of a wall', (prefix) => {
    expect(PATH_WALLS.some(({ path }) => path.test(prefix))).toBe(true);
  });

  it('is all that the rules speak of', () => {
    const spoken = PATH_WALLS.flatMap(({ path }) => {
      const [, list = ''] = /^\^\\\/\(([^)]*)\)/.exec(path.source) ?? [];
      return list.split('|').map((name) => `/${name.replaceAll('\\', '')}`);
    });
    expect(spoken.sort()).toEqual([...WALL_PREFIXES].sort());
  });

  it('has a code for every wall', () => {
    const statuses = Array.from({ length: 1_000 }, (_, status) => [wallOfTellingStatus(status), wallOfStatus(status)])
      .flat()
      .filter((wall) => wall !== null);
    const codes = [...PATH_WALLS, ...VISIBLE_WALLS, ...HEADING_WALLS, ...statuses].map(({ code }) => code);
    expect([...new Set(codes)].sort()).toEqual([...WALL_CODES].sort());
  });
});

describe('a heading', () => {
  it.each([
    'Your account has been restricted',
    'Your account has been restricted.',
    'Your account is temporarily restricted',
    'Your LinkedIn account has been temporarily restricted',
    ...HEADING_WALLS.map(({ example }) => example),
  ])('is a wall: %s', (heading) => {
    expect(headingWallsOf(heading).map(({ code }) => code)).toEqual(['restricted']);
  });

  it.each([
    'Your account',
    'Restricted',
    'Who can see that your account has been restricted',
    'Your account is restricting',
  ])('is none: %s', (heading) => {
    expect(headingWallsOf(heading)).toEqual([]);
  });
});
