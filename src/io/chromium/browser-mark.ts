import { statSync } from 'node:fs';
import type { Environment } from './environment.js';
import { browserVariables } from './find.js';
import { installedBrowsers } from './installed.js';
import { bundledPack } from './pack.js';

/** Changes when the browser does that documents are printed with, and with it their bytes. Nothing is unpacked or started. */
export async function browserMark(environment: Environment): Promise<string> {
  for (const variable of browserVariables) {
    const executable = environment[variable];
    if (executable !== undefined && executable !== '') return fileMark(executable);
  }
  const pack = await bundledPack();
  if (pack !== undefined) return pack.fingerprint;
  return (await installedBrowsers(environment)).map(fileMark).join('\n');
}

function fileMark(file: string): string {
  const facts = statSync(file, { bigint: true, throwIfNoEntry: false });
  return facts === undefined ? `${file} absent` : [file, facts.size, facts.mtimeNs, facts.ctimeNs].join(' ');
}
