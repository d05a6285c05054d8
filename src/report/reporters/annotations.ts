import type { Report, Result } from '../schema.ts';
import { answerOf, tellException, tellHeadline } from './words.ts';

/** GitHub's workflow commands: a line for each result, which becomes an annotation of the run. */
export function renderAnnotations({ results }: Report): string[] {
  return results.map((result) => {
    const { setting, account, reason } = result;
    const exception = tellException(result);
    const title = `${setting.title} (${account.name})`;
    const message = [tellHeadline(result), reason?.message, reason?.hint, exception && `Excepted: ${exception}`];
    return `::${levelOf(result)} title=${asProperty(title)}::${asData(message.filter(Boolean).join(' '))}`;
  });
}

function levelOf(result: Result): 'error' | 'warning' | 'notice' {
  const answer = answerOf(result);
  switch (answer) {
    case 'on':
      return result.suppressed ? 'warning' : 'error';
    case 'unknown':
      return 'error';
    case 'off':
    case 'not-offered':
      return 'notice';
    default:
      return answer satisfies never;
  }
}

/** As GitHub's own toolkit writes them (actions/toolkit, packages/core/src/command.ts). */
function asData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function asProperty(text: string): string {
  return asData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
