import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTING } from '../../../src/settings/catalogue.ts';
import { isFetchedTelemetry, isTelemetry } from '../../../src/settings/telemetry.ts';

describe('a request that only reports on the visitor', () => {
  it.each([
    '/li/track',
    '/LI/Track',
    '/li/track/',
    '/li/tscp/sct',
    '/sensorCollect',
    '/platform-telemetry/li/csp-report',
    '/apfc/collect',
    '/platform-telemetry/li/apfcDf',
    '/realtime/realtimeFrontendClientConnectivityTracking',
    '/voyager/api/legoWidgetImpressionEvents',
    '/tscp-serving/dtag',
    '/trackO11y',
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

describe('a request that could fetch something, and only reports', () => {
  it.each([
    ['https://www.linkedin.com/li/track?setting=x', true],
    ['https://snap.licdn.com/li.lms-analytics/insight.min.js', true],
    ['https://www.linkedin.com/mysettings-api/events', false],
    ['https://www.linkedin.com/api/reports/settings', false],
    ['https://www.linkedin.com/telemetry/x', false],
  ])('%s: %s', (url, expected) => {
    expect(isFetchedTelemetry(new URL(url))).toBe(expected);
  });
});
