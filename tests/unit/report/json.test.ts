import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import type { Render } from '../../../src/report/reporters/index.ts';
import { renderJson } from '../../../src/report/reporters/json.ts';
import { report, result } from './given.ts';

describe('the report as JSON', () => {
  it('is the report, indented, and ends its last line', () => {
    const given = report([result()]);
    const text = renderJson(given);
    expect(JSON.parse(text)).toEqual(given);
    expect(text).toBe(`${JSON.stringify(given, null, 2)}\n`);
  });

  it('is the same with colour', () => {
    const render: Render = renderJson;
    const given = report([result()]);
    expect(render(given, { color: new Chalk({ level: 1 }) })).toBe(renderJson(given));
  });
});
