/** In place of puppeteer's and Sparticuz' defaults, which loosen the security of the web: printing doesn't need that. */
export const browserFlags = [
  '--headless',
  '--incognito', // keeps no profile: seventy files that are written and removed
  '--remote-debugging-pipe', // no port, and the browser ends when this process ends, however it ends
  '--disable-gpu',
  '--disable-dev-shm-usage', // containers give it 64 MB
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-features=Translate,OptimizationHints,MediaRouter,AcceptCHFrame,DialMediaRouteProvider',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
  '--no-pings',
  '--no-first-run',
  '--no-default-browser-check',
  '--metrics-recording-only',
  '--mute-audio',
  '--hide-scrollbars',
  '--password-store=basic',
  '--use-mock-keychain',
  '--font-render-hinting=none', // glyph positions as the font has them, on every machine
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--lang=en-US',
] as const;
