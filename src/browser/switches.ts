/**
 * The browser takes the last list alone, so Playwright's own (chromiumSwitches.ts) comes first here. What it adds: reports
 * that the browser posts by itself, for a page or about a network error, ask no route. Nor, early and late, does a frame in
 * a process of its own: no frame gets one. Only the site's hosts can be loaded, so there is nobody to be isolated from.
 * The address bar's own pages take two processes a window, and half of the time.
 */
const DISABLED_FEATURES = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'Reporting',
  'NetworkErrorLogging',
  'IsolateSandboxedIframes',
  'IsolateOrigins',
  'site-per-process',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/** What a page must not have, because no request route reaches it; and the honest sign that a program drives. */
export const SWITCHES = [
  `--disable-features=${DISABLED_FEATURES.join()}`,
  '--enable-automation',
  '--disable-shared-workers',
  '--disable-site-isolation-trials',
  '--disable-quic',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--dns-prefetch-disable',
];
