import type { Job } from '../job.ts';

/** A file of a schedule, whole; `path` is where it belongs, relative to the home folder where it does not begin with a slash. */
export interface Artefact {
  path: string;
  text: string;
  /** how it is stored; UTF-8 unless said */
  encoding?: 'utf16le';
}

export interface Scheduler {
  title: string;
  /** where `install` works; none for those that are only printed */
  platforms: readonly NodeJS.Platform[];
  /** what it writes, and by which commands a person would install and remove that by hand */
  plan(job: Job): Plan;
}

export interface Plan {
  artefacts: readonly Artefact[];
  install: readonly string[];
  remove: readonly string[];
  /** what is good to know, a sentence each */
  notes: readonly string[];
  /** how a person gives the job a variable that is secret, as an order; null where it is not on this machine */
  secrets: string | null;
}
