import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTING } from '../../../src/settings/catalogue.ts';
import { isTelemetry } from '../../../src/settings/telemetry.ts';

describe('a request that only reports on the visitor', () => {
  it.each([
    '/li/track',
    '/LI/Track',
    '/li/track/',
    '/li/tscp/sct',
    '/sensorCollect',
    '/platform-telemetry/li/csp-report',
    '/apfc/collect',
  ])('is %s', (path) => {
    expect(isTelemetry(path)).toBe(true);
  });

  it.each([
    `/mysettings-api/settingsApiSettings/${DEFAULT_SETTING.key}`,
    '/mysettings-api/settingsApiMiniProfile',
    '/voyager/api/graphql',
    `/mypreferences/d/${DEFAULT_SETTING.path}`,
    '/tracks',
    '/login',
    '/uas/login-submit',
    '/blog',
    '/catalogs/settings',
    '/',
    '',
  ])('is not %j', (path) => {
    expect(isTelemetry(path)).toBe(false);
  });
});
