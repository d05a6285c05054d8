import envPaths from 'env-paths';

/** Where this program keeps what is its own: the platform's data folder. */
export function dataFolder(): string {
  return envPaths('linkedin-ai-optout', { suffix: '' }).data;
}
