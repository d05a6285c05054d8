import { join } from 'node:path';
import envPaths from 'env-paths';

/** Where the configuration is looked for when nobody names one: in the platform's folder for such. */
export function configFile(): string {
  return join(envPaths('linkedin-ai-optout', { suffix: '' }).config, 'config.json');
}
