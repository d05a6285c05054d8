import type { Command } from 'commander';
import type { Act } from './act.ts';
import { addBrowserFlags, addTellingFlags, formatFlag } from './flags.ts';

export function addDoctor(program: Command, act: Act): void {
  const command = program
    .command('doctor')
    .description(
      'look at what a run needs: browser, display, sandbox, session, permissions, schedule; LinkedIn is not asked',
    )
    .option('--fix', 'mend what can be mended', false)
    .addOption(formatFlag(['text', 'json']));
  addTellingFlags(addBrowserFlags(command)).action(
    act(async (options, terminal, signal, { fix }) => {
      const [{ examineMachine }, { renderFindings }] = await Promise.all([
        import('../doctor/examine-machine.ts'),
        import('../doctor/render.ts'),
      ]);
      const { findings, exitCode } = await examineMachine(options, { mends: Boolean(fix) }, terminal, signal);
      terminal.print(
        options.format === 'json'
          ? `${JSON.stringify({ schemaVersion: 1, findings, exitCode }, null, 2)}\n`
          : renderFindings(findings, terminal.color),
      );
      return exitCode;
    }),
  );
}
