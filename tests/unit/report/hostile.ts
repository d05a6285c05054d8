import { type Report, reportSchema } from '../../../src/report/schema.ts';

/** A report whose every string that the schema leaves free is another one. */
export function replaceStrings(report: Report, make: (path: string) => string): Report {
  const copy: unknown = structuredClone(report);
  replaceIn(copy, '', (holder, key, path) => {
    const before = holder[key];
    for (const wanted of [make(path), `https://example.com/${make(path)}`]) {
      holder[key] = wanted;
      if (reportSchema.safeParse(copy).success) return;
    }
    holder[key] = before;
  });
  return reportSchema.parse(copy);
}

type Holder = Record<string, unknown>;

function replaceIn(value: unknown, path: string, replace: (holder: Holder, key: string, path: string) => void): void {
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof inner === 'string') replace(value as Holder, key, here);
    else replaceIn(inner, here, replace);
  }
}

/** What would break out of each format, were it let. */
export const HOSTILE: Record<string, string> = {
  'a script': `<script>document.documentElement.dataset.broken = 'yes'</script>`,
  'an element that loads': `<img src="https://example.com/x.png" onerror="document.documentElement.dataset.broken = 'yes'">`,
  'the end of an attribute': `" onmouseover="alert(1)" x='' autofocus onfocus='alert(1)`,
  'the end of whatever it stands in':
    '</title></style></script></bdi></p></li></ul></div></article>--> ]]> <!-- <![CDATA[',
  'a style': '</style><style>* { display: none !important }</style>',
  entities: '&lt;b&gt; &amp; &#60;i&#62; &nope; &',
  'a script’s address': 'javascript:alert(1)',
  'a data address': 'data:text/html,<script>alert(1)</script>',
  'markdown of every kind':
    '# h | a | b | **b** _i_ ~~s~~ `c` [l](https://example.com) ![p](https://example.com/p.png) <https://a.b> \\| \\',
  'a block of code': '```\ncode\n``` and a `` ` ``',
  'a list, a quote and a rule': '- a\n1. b\n> c\n---\n===\n\n    d',
  'a number and a stop': '1. first',
  'a plus': '+ item',
  'a footnote and a task': '[^1]: note [ ] [x] [^1]',
  'what GitHub makes links of':
    '@octocat @org/team #12 GH-12 org/repo#12 www.example.com https://example.com me@example.com',
  'emoji and formulas': ':tada: $x^2$ $$y$$',
  'a formula': '=HYPERLINK("https://example.com","x")',
  'a formula of another beginning': "+1+cmd|' /C calc'!A0",
  'a function': '@SUM(1,1)',
  'a minus': '-2+3',
  'a tab': '\t=1+1',
  'a line’s end': 'first\r\nsecond\n"third",\rfourth',
  'control characters': 'a\u0000b\u0001c\u0008d\u000be\u001bf\u007fg\u0085h\ufffei\uffffj',
  'halves of pairs': 'a\ud800b\udfffc',
  'text turned around': '\u202eFFO\u202c \u2067NO\u2069 \u200f',
  'a command for GitHub': '::error::x%0A::set-output name=a::b',
  'right to left': 'حساب العمل، إيقاف',
};
