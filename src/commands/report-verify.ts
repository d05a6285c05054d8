import { type Command, Option } from 'commander';
import type { Terminal } from '../terminal.ts';
import { EXIT, type ExitCode } from '../vocabulary.ts';
import type { Act, OwnFlags } from './act.ts';

const FORMATS = ['text', 'json'] as const;

export function addVerify(report: Command, act: Act): void {
  report
    .command('verify')
    .description('say what of an evidence bundle is intact, missing, changed or added; no browser, no network')
    .argument('<folder>', 'as --evidence wrote it')
    .addOption(new Option('--format <name>', 'standard output').choices(FORMATS).default('text'))
    .option('--no-color', 'no colour (also NO_COLOR)')
    .action((folder: string, own: OwnFlags) =>
      act(({ format }, terminal) => runVerify(folder, format === 'json' ? 'json' : 'text', terminal))(own),
    );
}

async function runVerify(folder: string, format: (typeof FORMATS)[number], terminal: Terminal): Promise<ExitCode> {
  const { verifyBundle } = await import('../evidence/verify.ts');
  const { VERIFICATION_FORMATS } = await import('../evidence/render-verification.ts');
  const verification = await verifyBundle(folder);
  terminal.print(VERIFICATION_FORMATS[format](verification, terminal.color));
  return verification.intact ? EXIT.ok : EXIT.on;
}
