import { quoteShell } from '../quote-shell.ts';
import type { Flag, Place } from './words.ts';

/** Scripts for shells. Pure: the whole of what can be typed is written into them, so that a Tab starts nothing. */

export const SHELLS = {
  bash: renderBash,
  zsh: renderZsh,
  fish: renderFish,
} as const;

const PROGRAM = 'linkedin-ai-optout';

/** Which command the words before the cursor name; flags and what they are given do not count. */
const WALK = (places: readonly Place[]) => `  local place='' word
  for word in "\${before[@]}"; do
    case "$place $word" in
${places
  .filter(({ path }) => path.length > 0)
  .map(({ path }) => `      '${path.slice(0, -1).join(' ')} ${path.at(-1)}') place='${path.join(' ')}' ;;`)
  .join('\n')}
    esac
  done`;

function renderBash(places: readonly Place[]): string {
  const cases = places.map(({ path, commands, flags }) => {
    const words = [...commands.map(({ name }) => name), ...flags.map(({ name }) => name)];
    return `    '${path.join(' ')}') words=${quoteShell(words.join(' '))} ;;`;
  });
  return `# ${PROGRAM}: completion for bash. Use: ${'source <('}${PROGRAM} completion bash)
_linkedin_ai_optout() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words=''
  local before=("\${COMP_WORDS[@]:1:COMP_CWORD-1}")
${WALK(places)}
  case "$place $previous" in
${valueCases(places, (values) => `COMPREPLY=($(compgen -W ${quoteShell(values.join(' '))} -- "$current")); return`, 'COMPREPLY=($(compgen -f -- "$current")); return')}
  esac
  case "$place" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ $current == -* || \${#COMPREPLY[@]} -gt 0 ]] || COMPREPLY=($(compgen -f -- "$current"))
}
complete -F _linkedin_ai_optout ${PROGRAM}
`;
}

function renderZsh(places: readonly Place[]): string {
  const cases = places.map(({ path, commands, flags }) => {
    const described = [...commands, ...flags].map(({ name, description }) => quoteShell(`${name}:${description}`));
    return `    '${path.join(' ')}') said=(${described.join(' ')}) ;;`;
  });
  return `#compdef ${PROGRAM}
# ${PROGRAM}: completion for zsh. Use: ${'source <('}${PROGRAM} completion zsh)
_linkedin_ai_optout() {
  local -a before said
  before=("\${(@)words[2,CURRENT-1]}")
  local previous="\${words[CURRENT-1]}"
${WALK(places)}
  case "$place $previous" in
${valueCases(places, (values) => `compadd -- ${values.map(quoteShell).join(' ')}; return`, '_files; return')}
  esac
  case "$place" in
${cases.join('\n')}
  esac
  _describe 'word' said || _files
}
compdef _linkedin_ai_optout ${PROGRAM}
`;
}

function renderFish(places: readonly Place[]): string {
  const lines = places.flatMap(({ path, commands, flags }) => {
    const below = commands.map(({ name }) => name).join(' ');
    const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`);
    const none = below ? [path.length ? `not __fish_seen_subcommand_from ${below}` : '__fish_use_subcommand'] : [];
    const at = (conditions: readonly string[]) =>
      conditions.length ? ` -n ${quoteShell(conditions.join('; and '))}` : '';
    return [
      ...commands.map(
        ({ name, description }) =>
          `complete -c ${PROGRAM} -f${at([...seen, ...none])} -a ${name} -d ${quoteShell(description)}`,
      ),
      ...flags.map(({ name, description, takesValue, values }) => {
        const given = values.length ? ` -x -a ${quoteShell(values.join(' '))}` : takesValue ? ' -r' : '';
        return `complete -c ${PROGRAM}${at([...seen, ...none])} -l ${name.slice(2)}${given} -d ${quoteShell(description)}`;
      }),
    ];
  });
  return `# ${PROGRAM}: completion for fish. Use: ${PROGRAM} completion fish | source\n${lines.join('\n')}\n`;
}

function valueCases(places: readonly Place[], ofValues: (values: readonly string[]) => string, ofFile: string): string {
  const taking = (flag: Flag) => flag.takesValue;
  return places
    .flatMap(({ path, flags }) =>
      flags
        .filter(taking)
        .map(({ name, values }) => `    '${path.join(' ')} ${name}') ${values.length ? ofValues(values) : ofFile} ;;`),
    )
    .join('\n');
}
