import { z } from 'zod';
import { CONFIDENCES, REASONS, type ReasonCode, STATES, VERDICTS } from '../vocabulary.ts';

/** What was seen of one setting of one account at one time: a line of the history. Readers allow fields they do not know. */
export const seenSchema = z.looseObject({
  /** when it was seen, ISO 8601 in UTC */
  at: z.iso.datetime(),
  /** identifier of the run it belongs to */
  run: z.string(),
  command: z.string(),
  /** of this program */
  version: z.string(),
  origin: z.string(),
  account: z.string(),
  /** salted hash, as in the report */
  member: z.string().nullable(),
  /** our identifier of the setting */
  setting: z.string(),
  state: z.enum(STATES),
  /** as it was read before a change; absent where nothing was to be changed */
  before: z.enum(STATES).optional(),
  verdict: z.enum(VERDICTS),
  confidence: z.enum(CONFIDENCES),
  reason: z.enum(Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]]).nullable(),
});

export type Seen = z.infer<typeof seenSchema>;
