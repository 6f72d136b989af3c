export { type BrowserProgram, findBrowser } from './find.js';
export { withBrowserHome } from './home.js';
