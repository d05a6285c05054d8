import { type Command, Option } from 'commander';
import { hasDisplay } from '../browser/display.ts';
import { ReasonError, UsageError } from '../errors.ts';
import type { ObjectFlags } from '../objection/options.ts';
import { BASES, KINDS, LANGUAGES } from '../objection/vocabulary.ts';
import type { RunOptions } from '../options.ts';
import { FORM_PATH } from '../settings/form.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, type ExitCode } from '../vocabulary.ts';
import { writeWhole } from '../write-whole.ts';
import type { Act, OwnFlags } from './act.ts';
import { addAccountFlag, addBrowserFlags, addTellingFlags, formatFlag } from './flags.ts';
import { warnOfVariable } from './warn-of-variable.ts';

/** In seconds: to read, to think, and to write. */
const PATIENCE = '1800';

const HOW = `LinkedIn’s Data Processing Objection form reaches what the switch does not: AI that generates no content, personalisation,
product improvement, and accounts without the switch. It undoes no training, and LinkedIn may refuse with reasons.
A window opens on it. What is recognised for certain is filled in, the rest is left to you; nothing is ticked or submitted
for you, and nothing leaves the window before you press something. One objection is enough: LinkedIn’s User Agreement (8.2)
forbids duplicates, and programs: by hand the form is at`;

export function addObject(program: Command, act: Act): void {
  const command = program
    .command('object')
    .description('help with LinkedIn’s objection form: fills in what is certain; you read it and submit')
    .enablePositionalOptions()
    .option('--first-name <name>', 'as the form asks for it; used once')
    .option('--last-name <name>', 'the same')
    .option('--email <address>', 'the one of your LinkedIn account; used once')
    .option('--situation <text>', 'what in your own situation speaks against it (GDPR, Art. 21(1))');
  addSubjectFlags(command)
    .addOption(new Option('--lang <code>', 'language of the text').choices(LANGUAGES).default('en'))
    .option('--print', 'the text alone, without a browser', false)
    .option('--output <file>', 'also write the text to a file (.txt, .md)')
    .option('--keep-details', 'keep name, e-mail and text with the case number', false)
    .option('--session <file>', 'a session for this run only; - for standard input')
    .option('--timeout <seconds>', 'how long the window stays', PATIENCE);
  addTellingFlags(addBrowserFlags(addAccountFlag(command))).action(({ output, ...own }: OwnFlags, self: Command) =>
    act(async (options, terminal, signal, _own, isGiven) => {
      const { readObjectFlags } = await import('../objection/options.ts');
      const flags = readObjectFlags({ ...own, output });
      if (!flags.print) await warnOfVariable(options, isGiven, terminal);
      return runObject(flags, options, terminal, signal);
    })(own, self),
  );
  addStatus(command, act);
  addRecord(command, act);
}

function addSubjectFlags(command: Command): Command {
  return command
    .addOption(new Option('--kind <kind>', 'what it is about').choices(KINDS).default('ai-training'))
    .addOption(new Option('--basis <law>', 'the law it stands on').choices(BASES).default('gdpr'));
}

async function runObject(
  given: ObjectFlags,
  options: RunOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { buildDraft, DRAFT_FORMATS } = await import('../objection/draft.ts');
  if (!given.print && options.connect === undefined) requireScreen(options.headed);
  const { readObjections } = await import('../objection/kept.ts');
  // What cannot be kept later is told now.
  const objections = given.print ? [] : await readObjections();
  if (!given.print) terminal.tell(`${HOW} ${options.site.origin}${FORM_PATH}\n`);
  const earlier = objections.find(
    ({ kind, account, answeredOn }) => kind === given.kind && account === options.account && answeredOn === null,
  );
  if (earlier) {
    terminal.warn(
      `warning: One of this kind was submitted on ${earlier.submittedOn}, and its answer is due by ${earlier.answerDue}: see object status.`,
    );
  }
  const flags = given.print || !terminal.isInteractive ? given : await askForMore(given, terminal, signal);
  const { lang: language, kind, basis, firstName, lastName } = flags;
  const name = [firstName, lastName].filter(Boolean).join(' ') || (flags.print ? null : undefined);
  const draft = buildDraft({ language, kind, basis, situation: flags.situation ?? null, name });
  if (flags.output) {
    const { path, ending } = flags.output;
    await writeWhole(path, DRAFT_FORMATS[ending](draft)).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(
        `--output: "${path}" was not written (${error.code ?? 'unknown error'}); give another place.`,
      );
    });
  }
  if (flags.print) {
    terminal.print(DRAFT_FORMATS['.txt'](draft));
    if (draft.hasPlaces) terminal.warn('Write what is missing where it stands in [brackets] before you send it.');
    return EXIT.ok;
  }
  const { runForm } = await import('../objection/run.ts');
  return runForm({ draft, flags, options, terminal, signal });
}

/** Used once, and kept nowhere unless asked. */
async function askForMore(flags: ObjectFlags, terminal: Terminal, signal: AbortSignal): Promise<ObjectFlags> {
  const { readObjectFlags } = await import('../objection/options.ts');
  const ask = async (given: string | undefined, question: string) =>
    given ?? ((await terminal.ask(question, signal)) || undefined);
  return readObjectFlags({
    ...flags,
    output: flags.output?.path,
    firstName: await ask(flags.firstName, 'First name (empty: left to you):'),
    lastName: await ask(flags.lastName, 'Last name (empty: left to you):'),
    email: await ask(flags.email, 'E-mail of your LinkedIn account (empty: left to you):'),
    situation: await ask(flags.situation, 'What in your own situation speaks against it (empty: written later):'),
  });
}

/** @param headed what the member asked for */
function requireScreen(headed: boolean | undefined): void {
  if (headed === false)
    throw new UsageError(
      'The form needs a window to be submitted in: leave out --headless, or take the text alone with --print.',
    );
  if (hasDisplay()) return;
  throw new ReasonError(
    'browser-failed',
    'There is no screen here to show the form on.',
    'Take the text alone with --print, and paste it in your own browser.',
  );
}

function addStatus(object: Command, act: Act): void {
  const command = object
    .command('status')
    .description('list the objections that are kept, and whose answer is due')
    .addOption(formatFlag(['text', 'json']));
  addTellingFlags(command).action(
    act(async ({ format }, terminal) => {
      const [{ readObjections }, { renderStatusJson, renderStatusText }, { dateOf }] = await Promise.all([
        import('../objection/kept.ts'),
        import('../objection/status.ts'),
        import('../objection/due.ts'),
      ]);
      const facts = { objections: await readObjections(), today: dateOf(terminal.now()) };
      terminal.print(format === 'json' ? renderStatusJson(facts) : renderStatusText(facts, terminal.color));
      return EXIT.ok;
    }),
  );
}

function addRecord(object: Command, act: Act): void {
  const command = object
    .command('record')
    .description('enter a case number that came by e-mail, or that an answer has come')
    .requiredOption('--case <number>', 'as LinkedIn writes it')
    .option('--date <day>', 'when it was submitted, such as 2026-09-10 (default: as kept, or today)')
    .option('--answered <day>', 'when the answer came');
  addTellingFlags(addAccountFlag(addSubjectFlags(command))).action((own: OwnFlags) =>
    act(async ({ account }, terminal) => {
      const [{ readRecordFlags }, { recordObjection }, { dateOf }] = await Promise.all([
        import('../objection/options.ts'),
        import('../objection/record.ts'),
        import('../objection/due.ts'),
      ]);
      const { case: caseNumber, date, answered, kind, basis } = readRecordFlags(own);
      const told = { caseNumber, submittedOn: date, answeredOn: answered };
      const { submittedOn, answerDue, answeredOn } = await recordObjection(
        told,
        { account, kind, basis },
        dateOf(terminal.now()),
      );
      const then =
        answeredOn === null ? `LinkedIn’s answer is due by ${answerDue}` : `The answer came on ${answeredOn}`;
      terminal.print(`Kept: case number ${caseNumber}, submitted on ${submittedOn}. ${then}.\n`);
      return EXIT.ok;
    })(own),
  );
}
