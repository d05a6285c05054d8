import type { Command } from 'commander';
import type { Act } from './act.ts';
export function addHistory(_program: Command, _act: Act): void {}
