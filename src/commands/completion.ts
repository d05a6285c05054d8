import { Argument, type Command } from 'commander';
import type { SHELLS } from '../completion/shells.ts';
import { EXIT } from '../vocabulary.ts';
import type { Act } from './act.ts';

const SHELL_NAMES = ['bash', 'zsh', 'fish'] as const satisfies (keyof typeof SHELLS)[];

export function addCompletion(program: Command, act: Act): void {
  program
    .command('completion')
    .description('print what your shell needs to complete commands and flags on Tab')
    .addArgument(new Argument('<shell>', 'which one').choices(SHELL_NAMES))
    .addHelpText(
      'after',
      '\nExamples:\n  source <(linkedin-ai-optout completion bash)\n  linkedin-ai-optout completion fish | source',
    )
    .action((shell: (typeof SHELL_NAMES)[number]) =>
      act(async (_options, terminal) => {
        const [shells, { placesOf }] = await Promise.all([
          import('../completion/shells.ts'),
          import('../completion/words.ts'),
        ]);
        terminal.print(shells.SHELLS[shell](placesOf(program)));
        return EXIT.ok;
      })({ color: false }),
    );
}
