import type { Command } from 'commander';

/** What can be typed at one place of the program: its subcommands and flags, and what a flag may be given. */
export interface Place {
  /** the words of the command, as in `['report', 'render']`; none for the program itself */
  path: readonly string[];
  commands: readonly { name: string; description: string }[];
  flags: readonly Flag[];
}

export interface Flag {
  name: string;
  description: string;
  takesValue: boolean;
  /** the values there are; none where it takes any, such as a file */
  values: readonly string[];
}

/** Every place there is, the program itself first. */
export function placesOf(command: Command, path: readonly string[] = []): Place[] {
  const help = command.createHelp();
  const commands = help
    .visibleCommands(command)
    .map((each) => ({ name: each.name(), description: each.description() }));
  const flags = help
    .visibleOptions(command)
    .flatMap(({ long, description, required, optional, argChoices }) =>
      long ? [{ name: long, description, takesValue: required || optional, values: argChoices ?? [] }] : [],
    );
  const below = command.commands.flatMap((each) => placesOf(each, [...path, each.name()]));
  return [{ path, commands, flags }, ...below];
}
