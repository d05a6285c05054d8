import type { ChalkInstance } from 'chalk';
import { wrap } from '../wrap.ts';
import { addressOf, DEFAULT_SETTING, SETTINGS, type Setting } from './catalogue.ts';
import { coverageOf } from './coverage.ts';
import type { Coverage, Fact } from './fact.ts';
import { LINKEDIN_ORIGIN } from './site.ts';

/** The catalogue for people and for programs. Pure. */

const WIDTH = 92;

export function renderCatalogue(color: ChalkInstance): string {
  const widest = Math.max(...SETTINGS.map(({ id }) => id.length));
  const rows = SETTINGS.map((setting) => {
    const mark = setting.id === DEFAULT_SETTING.id ? color.dim(' (looked at unless another is named)') : '';
    return `  ${color.bold(setting.id.padEnd(widest))}  ${setting.title}${mark}`;
  });
  return `\n${rows.join('\n')}\n\n  ${color.dim('What one means: linkedin-ai-optout settings show <id>. All of them: check --setting all.')}\n\n`;
}

export function catalogueInData(): object {
  return {
    settings: SETTINGS.map((setting) => ({ ...factsAbout(setting), isDefault: setting.id === DEFAULT_SETTING.id })),
  };
}

export function renderSetting(setting: Setting, color: ChalkInstance): string {
  const coverage = coverageOf(setting);
  const { url } = factsAbout(setting);
  const sections: [string, readonly Fact[]][] = [
    ['What it is', [coverage.meaning]],
    ['What off covers', coverage.covers],
    ['What it does not cover', coverage.doesNotCover],
    ['Where it is shown', coverage.regions],
    ['And', coverage.notes],
    ['By hand', coverage.manualPath ? [coverage.manualPath] : []],
  ];
  const told = sections
    .filter(([, facts]) => facts.length > 0)
    .map(([title, facts]) => [`  ${color.bold(title)}`, ...facts.flatMap((fact) => tellFact(fact, color))].join('\n'));
  const heading = `  ${color.bold(setting.title)}\n  ${color.dim(`${setting.id}, LinkedIn’s key ${setting.key}`)}\n  ${url}`;
  return `\n${[heading, ...told].join('\n\n')}\n\n`;
}

export function settingInData(setting: Setting): object {
  const coverage: Coverage = coverageOf(setting);
  return { setting: { ...factsAbout(setting), ...coverage } };
}

function factsAbout(setting: Setting) {
  const { id, key, title } = setting;
  return { id, key, title, url: addressOf(LINKEDIN_ORIGIN, setting) };
}

function tellFact({ text, source, asOf, confidence }: Fact, color: ChalkInstance): string[] {
  const lines = wrap(text, WIDTH - 6).map((line, index) => `    ${index ? ' ' : '-'} ${line}`);
  return [...lines, color.dim(`      ${source}, ${asOf}; confidence ${confidence}`)];
}
