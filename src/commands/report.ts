import type { Command } from 'commander';
import { FORMATS } from '../report/reporters/index.ts';
import type { Act, OwnFlags } from './act.ts';
import { formatFlag, mkdirFlag, outputFlag } from './flags.ts';
import { addMerge } from './report-merge.ts';
import { addReportSchema } from './report-schema.ts';
import { addVerify } from './report-verify.ts';

export function addReport(program: Command, act: Act): void {
  const command = program.command('report').description('what to do with saved reports');
  addReportSchema(command, act);
  command
    .command('render')
    .description('show a saved report, or judge a captured page by today’s rules; no browser, no network')
    .argument('[report]', 'a report as --output or --format json wrote it')
    .option('--judge <capture>', 'a page capture, as --evidence wrote it, in the place of a report')
    .addOption(formatFlag(Object.keys(FORMATS)))
    .addOption(outputFlag())
    .addOption(mkdirFlag())
    .option('--no-color', 'no colour (also NO_COLOR)')
    .action((file: string | undefined, own: OwnFlags) =>
      act(async (options, terminal) => {
        const { renderSaved } = await import('../render-saved.ts');
        return renderSaved(file, own.judge, options, terminal);
      })(own),
    );
  addMerge(command, act);
  addVerify(command, act);
}
