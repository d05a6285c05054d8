/**
 * A browser started with `--host-resolver-rules` sends some names elsewhere. Behind a proxy it cannot, because the proxy
 * resolves: so the gate follows the same rules. Syntax: https://www.chromium.org/developers/design-documents/network-stack
 */
export interface HostRule {
  matches(host: string): boolean;
  /** `host:port` to connect to in place of the given one */
  target(host: string, port: number): string;
}

const SWITCH = '--host-resolver-rules=';

/** @param commandLine the browser's own, as `Browser.getBrowserCommandLine` gives it */
export function hostRulesOf(commandLine: readonly string[]): HostRule[] {
  const value = commandLine.findLast((argument) => argument.startsWith(SWITCH))?.slice(SWITCH.length) ?? '';
  const rules = value.split(',').map((rule) => rule.trim().split(/\s+/));
  const excluded = rules
    .filter(([verb]) => verb?.toUpperCase() === 'EXCLUDE')
    .map(([, pattern]) => globOf(pattern ?? ''));
  return rules.flatMap(([verb, pattern, replacement]) => {
    if (verb?.toUpperCase() !== 'MAP' || !pattern || !replacement) return [];
    const glob = globOf(pattern);
    const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(replacement) ?? [];
    return [
      {
        matches: (name: string) => glob.test(name) && !excluded.some((exclusion) => exclusion.test(name)),
        target: (_name: string, original: number) => `${host}:${port ?? original}`,
      },
    ];
  });
}

function globOf(pattern: string): RegExp {
  const source = pattern
    .replace(/:\d+$/, '')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*');
  return new RegExp(`^${source}$`, 'i');
}
