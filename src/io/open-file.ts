import { resolve } from 'node:path';

/** Where programs are looked for, and which system this is. */
export interface OpenSetting {
  readonly platform?: NodeJS.Platform | undefined;
  readonly env?: { readonly [name: string]: string | undefined } | undefined;
}

/** The program that opens a file in the one that the system has for its kind. None of them is a shell, which would obey a name. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** An opener that ends within this time says whether it could; one that goes on is showing the file. */
const patience = 1500;

/** Opens a file for the person, and does not wait until they close it. Returns whether a program took it. */
export async function openFile(file: string, { platform = process.platform, env = process.env }: OpenSetting = {}): Promise<boolean> {
  // Loaded here and not above, since few commands open anything.
  const { spawn } = await import('node:child_process');
  const [program, ...before] = openers[platform] ?? ['xdg-open'];
  return new Promise((done) => {
    const child = spawn(program, [...before, resolve(file)], { detached: true, stdio: 'ignore', env });
    const timer = setTimeout(() => done(true), patience);
    const end = (isOpened: boolean): void => {
      clearTimeout(timer);
      done(isOpened);
    };
    child.once('error', () => end(false));
    child.once('exit', (code) => end(code === 0));
    child.unref();
  });
}
