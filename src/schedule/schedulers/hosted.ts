/** Said wherever a schedule is printed that runs on somebody else's machine. */
export const WHY_NOT_HOSTED: readonly string[] = [
  'A hosted runner is the worst place for a session:',
  '- a session is tied to the browser and the place that it comes from; from a data centre LinkedIn asks for a security check, or ends it',
  '- the cookies are as good as the password, and lie with a third party',
  '- LinkedIn’s User Agreement (8.2.13) is stricter with what nobody sits in front of',
  'Use a machine of your own, in the place where the member signs in; for other people, ask them for attestations (check --attest).',
];
