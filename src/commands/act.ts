import type { Command } from 'commander';
import type { IsGiven } from '../config/apply.ts';
import type { RunOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import type { ExitCode } from '../vocabulary.ts';

/** A command's own flags, beside those of every command that opens a browser. */
export type OwnFlags = Record<string, unknown>;

/** What a command does once its options are read. */
export type Work = (
  options: RunOptions,
  terminal: Terminal,
  signal: AbortSignal,
  own: OwnFlags,
  isGiven: IsGiven,
) => Promise<ExitCode>;

/** Turns a command's work into an action for commander. */
export type Act = (work: Work) => (own: OwnFlags, command?: Command) => Promise<void>;
