/** What we start gets our environment, but not the session that may be in it. */
export function environmentWithoutSession(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || name.startsWith('LINKEDIN_AI_OPTOUT_') ? [] : [[name, value]],
    ),
  );
}
