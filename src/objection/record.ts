import { randomUUID } from 'node:crypto';
import { UsageError } from '../errors.ts';
import { answerDueFor } from './due.ts';
import { changeObjections, type Objection } from './kept.ts';

type Noticed = Pick<Objection, 'account' | 'kind' | 'basis' | 'how' | 'caseNumber' | 'submittedOn' | 'details'>;

/** What was noticed of an objection. @returns it, as it is kept */
export async function keepObjection(noticed: Noticed): Promise<Objection> {
  const answerDue = answerDueFor(noticed.submittedOn);
  const objection: Objection = { ...noticed, id: randomUUID(), answerDue, answeredOn: null };
  await changeObjections((objections) => [...objections, objection]);
  return objection;
}

/** Changes one that is kept. */
export async function amendObjection(id: string, change: Partial<Objection>): Promise<void> {
  await changeObjections((objections) =>
    objections.map((objection) => (objection.id === id ? { ...objection, ...change } : objection)),
  );
}

/** What the member says of an objection, by its case number. */
export interface Told {
  caseNumber: string;
  /** calendar dates; undefined: not said */
  submittedOn: string | undefined;
  answeredOn: string | undefined;
}

/**
 * Records what the member says: of the objection with this number, or of the only one that lacks a number yet, or of a new one.
 * @param other what a new one is about
 * @throws UsageError where it is not clear which is meant, or the dates do not fit
 */
export async function recordObjection(
  told: Told,
  other: Pick<Objection, 'account' | 'kind' | 'basis'>,
  today: string,
): Promise<Objection> {
  const recorded: Objection[] = [];
  await changeObjections((objections) => {
    const found = findTold(objections, told, other);
    const result = apply(found ?? blank(other, today), told, today);
    recorded.push(result);
    return found ? objections.map((each) => (each === found ? result : each)) : [...objections, result];
  });
  return recorded[0] as Objection;
}

function findTold(
  objections: readonly Objection[],
  told: Told,
  other: Pick<Objection, 'account' | 'kind' | 'basis'>,
): Objection | null {
  const same = objections.find(({ caseNumber }) => caseNumber === told.caseNumber);
  if (same) return same;
  const bare = objections.filter(
    ({ caseNumber, account, kind, submittedOn }) =>
      caseNumber === null &&
      account === other.account &&
      kind === other.kind &&
      (told.submittedOn === undefined || told.submittedOn === submittedOn),
  );
  if (bare.length > 1) {
    throw new UsageError('Several objections lack a case number: say which one with --date, --kind and --account.');
  }
  return bare[0] ?? null;
}

function blank(other: Pick<Objection, 'account' | 'kind' | 'basis'>, today: string): Objection {
  const dates = { submittedOn: today, answerDue: answerDueFor(today), answeredOn: null };
  return { ...other, ...dates, id: randomUUID(), how: 'told', caseNumber: null, details: null };
}

function apply(
  objection: Objection,
  { caseNumber, submittedOn = objection.submittedOn, answeredOn = objection.answeredOn ?? undefined }: Told,
  today: string,
): Objection {
  if (submittedOn > today)
    throw new UsageError(`--date: ${submittedOn} is still to come; give the day on which it was submitted.`);
  if (answeredOn !== undefined && (answeredOn > today || answeredOn < submittedOn)) {
    throw new UsageError(`--answered: give a day between ${submittedOn} and today.`);
  }
  return {
    ...objection,
    caseNumber,
    submittedOn,
    answerDue: answerDueFor(submittedOn),
    answeredOn: answeredOn ?? null,
  };
}
