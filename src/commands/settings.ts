import type { Command } from 'commander';
import { EXIT } from '../vocabulary.ts';
import type { Act, Work } from './act.ts';
import { formatFlag } from './flags.ts';

export function addSettings(program: Command, act: Act): void {
  const settings = program.command('settings').description('the settings there are, and what each means');
  addLook(settings).action(
    act(async ({ format }, terminal) => {
      const { renderCatalogue, catalogueInData } = await import('../settings/render.ts');
      terminal.print(format === 'json' ? inJson(catalogueInData()) : renderCatalogue(terminal.color));
      return EXIT.ok;
    }),
  );
  const show = settings
    .command('show')
    .description('what a setting means, covers and does not, with sources and dates, and where to find it by hand')
    .argument('<id>', 'as settings lists it');
  addLook(show).action((id: string) => act(showing(id))(show.opts()));
}

function showing(id: string): Work {
  return async ({ format }, terminal) => {
    const [{ renderSetting, settingInData }, { settingNamed }] = await Promise.all([
      import('../settings/render.ts'),
      import('../options.ts'),
    ]);
    const setting = settingNamed(id);
    terminal.print(format === 'json' ? inJson(settingInData(setting)) : renderSetting(setting, terminal.color));
    return EXIT.ok;
  };
}

function addLook(command: Command): Command {
  return command.addOption(formatFlag(['text', 'json'])).option('--no-color', 'no colour (also NO_COLOR)');
}

function inJson(data: object): string {
  return `${JSON.stringify({ schemaVersion: 1, ...data }, null, 2)}\n`;
}
