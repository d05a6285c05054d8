import { expect, it } from 'vitest';
import { briefly } from '../../../src/page/tell-path.ts';

it.each([
  ['/mysettings-api/settingsApiSettings/allowDataForGenerativeAI', '/mysettings-api/settingsApiSettings/…'],
  ['/voyager/api/profiles/robin-jones', '/voyager/api/…'],
  ['/api/urn:li:fsd_profile:ACoAAB', '/api/…'],
  ['/in/robin-jones', '/in/…'],
  ['/graphql', '/graphql'],
  ['/li/track', '/li/track'],
  ['/', '/'],
])('%s is told as %s', (path, told) => {
  expect(briefly(path)).toBe(told);
});
