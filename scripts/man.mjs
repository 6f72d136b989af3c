// Makes docs/carboncard.1 from the declarations of the commands: npm run man.
import { writeFileSync } from 'node:fs';
import { version } from '../build/assessment/version.js';
import { commands } from '../build/cli/command-table.js';
import { manPage } from '../build/cli/texts/man-page.js';
import { edition } from '../build/factors/edition.js';

writeFileSync(new URL('../docs/carboncard.1', import.meta.url), manPage(commands, { version, date: `${edition}-01` }));
