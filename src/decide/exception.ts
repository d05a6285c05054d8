/** A setting of an account that may be on, until a day: from its first moment in UTC on it counts again. */
export interface ExceptionTerms {
  account: string;
  setting: string;
  reason: string;
  owner: string;
  /** `2027-03-31` */
  expires: string;
}

const DAY_MS = 86_400_000;
const WARNING_DAYS = 14;

/** The exceptions that hold now, and those of them that end within two weeks. */
export function decideExceptions<T extends ExceptionTerms>(
  exceptions: readonly T[],
  now: Date,
): { active: T[]; ending: T[] } {
  const daysLeft = ({ expires }: ExceptionTerms) => (Date.parse(expires) - now.getTime()) / DAY_MS;
  const active = exceptions.filter((exception) => daysLeft(exception) > 0);
  return { active, ending: active.filter((exception) => daysLeft(exception) <= WARNING_DAYS) };
}
