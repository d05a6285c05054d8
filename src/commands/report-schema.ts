import type { Command } from 'commander';
import { EXIT } from '../vocabulary.ts';
import type { Act, OwnFlags } from './act.ts';

export function addReportSchema(report: Command, act: Act): void {
  const work = act(async (_, terminal) => {
    const { renderReportSchema } = await import('../report/json-schema.ts');
    terminal.print(renderReportSchema());
    return EXIT.ok;
  });
  report
    .command('schema')
    .description('print the JSON Schema of reports; the package holds it as report.schema.json')
    .action((own: OwnFlags) => work({ ...own, color: false }));
}
