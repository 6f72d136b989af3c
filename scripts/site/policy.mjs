/**
 * What a page of the site may load and run: the site's own files, and WebAssembly, by which the calculator cuts fonts. No inline script or
 * style, no `eval`, nothing of another host: each page states it, so that it holds on every host.
 */
export const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self' data:",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');
