export { type BrowserProgram, findBrowser } from './find.js';
export { type BrowserEvents, withBrowserHome } from './home.js';
