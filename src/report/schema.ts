import { z } from 'zod';
import { CONFIDENCES, EXIT, OUTCOMES, REASONS, type ReasonCode, STATES, VERDICTS } from '../vocabulary.ts';

/** The report as it is written: contract §5, schemaVersion 1. Readers allow fields they do not know. */

const time = z.iso.datetime();
const state = z.enum(STATES);
const verdict = z.enum(VERDICTS);

const reason = z.looseObject({
  code: z.enum(Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]]),
  message: z.string(),
  hint: z.string(),
});

const observation = z
  .looseObject({ witness: z.string(), saw: z.string(), at: time, detail: z.string() })
  .describe('What one witness on the page saw.');

const change = z.looseObject({
  outcome: z.enum(OUTCOMES),
  before: state,
  after: state,
  proof: z.array(observation),
});

const result = z.looseObject({
  account: z.looseObject({
    name: z.string(),
    member: z
      .string()
      .regex(/^sha256:/)
      .nullable()
      .describe('Salted hash, never a name; null where nobody knew.'),
  }),
  setting: z.looseObject({ id: z.string(), key: z.string(), title: z.string(), url: z.url() }),
  state: state.describe('After a change: as it was read on a fresh load.'),
  verdict,
  confidence: z.enum(CONFIDENCES),
  reason: reason.nullable().describe('Why it is not known, not changed or not proven, and what to do next.'),
  observations: z.array(observation).describe('What was seen; with a change, before it.'),
  change: change.nullable().describe('Null for a run that was to change nothing.'),
  previous: z.looseObject({ state, verdict, at: time }).nullable().describe('The last time before this run.'),
  drift: z
    .looseObject({ offAt: time, onBy: time })
    .nullish()
    .describe('It was off, and is on now (or was, before a change); absent in reports of earlier versions.'),
  suppressed: z
    .looseObject({ reason: z.string(), owner: z.string(), expires: z.string() })
    .nullable()
    .describe('An exception that somebody answers for; the state stays visible.'),
  evidence: z.array(z.string()),
});

export const reportSchema = z.looseObject({
  schemaVersion: z.literal(1),
  tool: z.looseObject({ name: z.literal('linkedin-ai-optout'), version: z.string() }),
  run: z.looseObject({
    id: z.string(),
    command: z.string(),
    dryRun: z.boolean(),
    trigger: z.string(),
    startedAt: time,
    finishedAt: time,
    durationMs: z.number().nonnegative(),
    origin: z.url(),
    /** which part of many this is, counted from 1; absent where it is the whole */
    shard: z.looseObject({ index: z.int().positive(), total: z.int().positive() }).optional(),
    browser: z
      .looseObject({ name: z.string(), version: z.string(), mode: z.string(), sandbox: z.boolean().nullable() })
      .nullable(),
  }),
  results: z.array(result),
  network: z.looseObject({
    writesAllowed: z.int().nonnegative(),
    writesBlocked: z.int().nonnegative(),
    hosts: z.array(z.string()),
  }),
  coverage: z.looseObject({
    asOf: z.iso.date(),
    covers: z.array(z.string()),
    doesNotCover: z.array(z.string()),
    /** what it depends on, such as region and age; absent in reports of earlier versions */
    notes: z.array(z.string()).optional(),
  }),
  summary: z.looseObject({
    verdict,
    exitCode: z.literal(Object.values(EXIT)),
    counts: z.looseObject({ on: z.int(), off: z.int(), notOffered: z.int(), unknown: z.int() }),
  }),
});

export type Report = z.infer<typeof reportSchema>;
export type Result = Report['results'][number];
