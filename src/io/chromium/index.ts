export { type BrowserProgram, findBrowser } from './find.js';
export { type BrowserEvents, withBrowserHome } from './home.js';
export { type Ending, endingOf, lastLines, lastWords } from './last-words.js';
