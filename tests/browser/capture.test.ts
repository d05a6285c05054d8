import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderCapture } from '../../src/capture/build.ts';
import { judgeCapture } from '../../src/capture/judge.ts';
import { captureSchema } from '../../src/capture/schema.ts';
import { timeoutOf } from './expected.ts';
import { openStage, type Stage } from './stage.ts';

/** Real pages are captured, and the capture alone is judged as the page was; nothing of the member's is in it. */

const VARIANTS = [
  'standard',
  'in-frame',
  'in-closed-shadow',
  'hidden-twin',
  'renamed-key-two-switches',
  'arabic',
  'disabled',
  'aria-disagrees',
  'data-disagrees',
  'data-nonsense',
  'not-offered-no-switch',
  'offered-no-switch',
  'signed-out',
  'captcha-over',
  'status-999',
  'everything-at-once',
];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe.concurrent('what is captured', () => {
  for (const variant of VARIANTS) {
    for (const truth of ['on', 'off'] as const) {
      it(`${variant} while ${truth}: is judged as the page was, and tells nothing of the member`, async () => {
        const scene = {
          variant,
          truth,
          mode: 'check',
          timeoutMs: timeoutOf(variant, truth, stage.pace),
          evidence: '.',
        } as const;
        const { answer, capture, secrets } = await stage.run(scene);
        if (!capture) throw new Error('Nothing was captured.');
        const kept = renderCapture(capture);

        const again = judgeCapture(captureSchema.parse(JSON.parse(kept)));
        expect([again.state, again.reason?.code].filter(Boolean).join(' ')).toBe(answer);
        expect(again.confidence).toBe(capture.said.confidence);
        expect(secrets.filter((secret) => kept.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
        expect(kept).not.toMatch(/https?:|robin|example|127\.0\.0\.1|ember\d|AQED|ajax/i);
        // Of the nicknames of people elsewhere on the page, too.
        expect(kept).not.toMatch(/somebody-else|people-card/i);
      });
    }
  }
});

describe('the outline', () => {
  const outlineOf = async (variant: string) => {
    const { capture } = await stage.run({
      variant,
      truth: 'on',
      mode: 'check',
      timeoutMs: timeoutOf(variant, 'on', stage.pace),
      evidence: '.',
    });
    return capture?.page?.outline ?? [];
  };

  it('shows the switch with its key, its state and the words that are known', async () => {
    const lines = (await outlineOf('standard')).map((line) => line.trim());
    expect(lines).toContainEqual(
      expect.stringMatching(/^input:checkbox role=switch labelledby=allowDataForGenerativeAI CHECKED/),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^label id=allowDataForGenerativeAI .*"Use my data for training content creation AI models"$/,
      ),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^span TOGGLE \d+x\d+$/));
  });

  it.each([
    ['in-frame', '#document'],
    ['in-shadow', '#shadow'],
  ])('%s: shows the switch that stands in there', async (variant, inner) => {
    const lines = await outlineOf(variant);
    const place = lines.findIndex((line) => line.trim().startsWith(inner));
    const control = lines.findIndex((line) => line.includes('labelledby=allowDataForGenerativeAI'));
    expect(place).toBeGreaterThan(0);
    expect(control).toBeGreaterThan(place);
  });

  it('shows nothing of what stands in a closed shadow', async () => {
    expect((await outlineOf('in-closed-shadow')).join('\n')).not.toContain('labelledby=');
  });
});
