import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, cpSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const chunks = JSON.parse(read('build/chunks.json')) as Record<string, readonly string[]>;
const bundled = new Set(Object.values(chunks).flatMap((modules) => modules.flatMap((path) => packageOf(path) ?? [])));

/** `@a/b` of `node_modules/@a/b/lib/c.js`; nothing for a module of our own. */
function packageOf(path: string): string | undefined {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}

/** Packages that a file of the bundle imports or requires. */
function importsOf(code: string): readonly string[] {
  const found = code.matchAll(/\b(?:import|require|createRequire\([^)]*\))\(["'`]([^"'`.][^"'`]*)["'`]\)/g);
  return [...found].map(([, called = '']) => /^(?:@[^/]+\/)?[^/]+/.exec(called)?.[0] ?? '');
}

describe('what is shipped', () => {
  const files = readdirSync(new URL('dist/', root), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:js|wasm)$|^chunks\/.*\.json$/.test(name),
  );

  it('is the files of the bundle, and no others', () => {
    expect(files.sort()).toEqual(Object.keys(chunks).sort());
    expect(files).toEqual(expect.arrayContaining(['cli/main.js', 'index.js', 'verbs/schema.js']));
  });

  it('imports only what is installed with it', () => {
    const { dependencies, peerDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
    const imported = new Set(
      files
        .filter((name) => name.endsWith('.js'))
        .flatMap((name) => importsOf(read(`dist/${name}`)))
        .filter((name) => !isBuiltin(name)),
    );
    expect([...imported]).toEqual(expect.arrayContaining(['fontkit', '@resvg/resvg-wasm']));
    // Libraries look for them and do without, or load them for what is not used: to find a browser, to speak to it in another way.
    const optional = ['picomatch', 'chromium-bidi', '@puppeteer/browsers', 'bufferutil', 'utf-8-validate', 'woff2sfnt-sfnt2woff'];
    const installed = new Set([...Object.keys({ ...dependencies, ...peerDependencies }), ...optional]);
    expect([...imported].filter((name) => !installed.has(name))).toEqual([]);
  });

  it('knows itself by its content, and what it needs besides by name', () => {
    const { digest, packages } = JSON.parse(read('dist/program.json')) as { digest: string; packages: readonly string[] };
    const hash = createHash('sha256');
    for (const name of [...files].sort()) hash.update(`${name}\n`).update(readFileSync(new URL(`dist/${name}`, root)));
    expect(digest).toBe(hash.digest('hex'));
    expect(packages).toEqual(expect.arrayContaining(['fontkit', '@sparticuz/chromium', '@expo-google-fonts/ibm-plex-sans']));
    expect(packages.filter((name) => bundled.has(name))).toEqual([]);
  });

  it('has no path of the machine that built it', () => {
    const here = decodeURI(root.pathname);
    expect(files.filter((name) => read(`dist/${name}`).includes(here))).toEqual([]);
  });
});

describe('a file of a build', () => {
  it('is replaced whole: who has the old one open reads it to its end', async () => {
    const { isOfOtherBuild, replace } = (await import(new URL('scripts/build/replace.mjs', root).href)) as {
      isOfOtherBuild: (file: string) => boolean;
      replace: (file: string, content: string, options?: { mode: number }) => void;
    };
    const folder = mkdtempSync(join(tmpdir(), 'carboncard-replace-'));
    try {
      const file = join(folder, 'cli/main.js');
      replace(file, 'old '.repeat(1000), { mode: 0o755 });
      const open = openSync(file, 'r');
      replace(file, 'new '.repeat(10), { mode: 0o755 });
      expect([readFileSync(open, 'utf8'), readFileSync(file, 'utf8')]).toEqual(['old '.repeat(1000), 'new '.repeat(10)]);
      closeSync(open);
      expect([readdirSync(join(folder, 'cli')), statSync(file).mode & 0o777]).toEqual([['main.js'], 0o755]);
      const { ino } = statSync(file);
      replace(file, 'new '.repeat(10));
      expect([statSync(file).ino, statSync(file).mode & 0o777]).toEqual([ino, 0o644]);
      // Only while the other build goes on.
      expect(['a.js', `a.js.${process.pid}.tmp`, `a.js.${process.ppid}.tmp`].map(isOfOtherBuild)).toEqual([false, false, true]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('THIRD-PARTY.txt', () => {
  const heads = read('dist/THIRD-PARTY.txt')
    .split(/^-{80}\n/m)
    .slice(1)
    .map((part) => /^(\S+) (\S+) \(([^\n]+)\)\n\n(.*)/s.exec(part) ?? []);

  it('has the text of the licence of each package in the bundle', () => {
    expect(bundled.size).toBeGreaterThan(50);
    expect(new Set(heads.map(([, name]) => name))).toEqual(bundled);
    for (const [, name, , , text = ''] of heads) expect([name, text.length > 300]).toEqual([name, true]);
  });

  it('has only licences that allow passing copies on under their terms', () => {
    const allowed = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '(MIT AND Zlib)'];
    expect(heads.filter(([, , , licence = '']) => !allowed.includes(licence)).map(([, name, , licence]) => `${name}: ${licence}`)).toEqual(
      [],
    );
  });
});

describe('the code that V8 compiled at build time', () => {
  const node = `${process.version} ${process.arch}`;
  const bytes = readFileSync(new URL('dist/code.bin', root));
  const head = JSON.parse(bytes.toString('utf8', 4, 4 + bytes.readUInt32LE(0))) as {
    build: string;
    node: string;
    isWhole: boolean;
    files: Record<string, unknown>;
  };

  it('is of this Node, and of files whose names change with their content', () => {
    expect(head.node).toBe(node);
    const names = Object.keys(head.files);
    expect(names.length).toBeGreaterThan(50);
    for (const name of names) expect([name, Object.hasOwn(chunks, name)]).toEqual([name, /^chunks\/.*-[0-9a-f]{8}\.js$/.test(name)]);
  });

  it('is of these files, and of no others', () => {
    expect(head.isWhole).toBe(true);
    expect(/const build = '([0-9a-f]{32})'/.exec(read('dist/cli/main.js'))?.[1]).toBe(head.build);
    const hash = createHash('sha256');
    for (const name of Object.keys(chunks).sort()) {
      if (name === 'cli/main.js') continue;
      const content = readFileSync(new URL(`dist/${name}`, root));
      hash.update(`${name} ${name.endsWith('.js') ? content.toString().length : content.length}\n`).update(content);
    }
    expect(head.build).toBe(hash.digest('hex').slice(0, 32));
  });

  it.each([
    ['nothing', undefined],
    ['that of another build', Buffer.from(bytes.toString('latin1').replace(head.build, head.build.replaceAll(/\d/g, '9')), 'latin1')],
    ['another file', Buffer.from('text')],
    ['half of it', bytes.subarray(0, bytes.length / 2)],
    ['that of another version', Buffer.from(bytes.toString('latin1').replace(node, node.replaceAll(/\d/g, '9')), 'latin1')],
  ])('is not needed: with %s in its place the same is printed', (_, content) => {
    const folder = mkdtempSync(join(tmpdir(), 'carboncard-code-'));
    try {
      for (const name of ['dist', 'templates', 'package.json']) cpSync(new URL(name, root), join(folder, name), { recursive: true });
      symlinkSync(fileURLToPath(new URL('node_modules', root)), join(folder, 'node_modules'));
      const explain = (home: string): readonly unknown[] => {
        const words = [
          join(home, 'dist/cli/main.js'),
          'explain',
          '-m',
          fileURLToPath(new URL('fixtures/runs/bloom/carboncard.yaml', root)),
        ];
        const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
        return [status, stdout, stderr];
      };
      if (content === undefined) rmSync(join(folder, 'dist/code.bin'));
      else writeFileSync(join(folder, 'dist/code.bin'), content);
      expect(explain(folder)).toEqual(explain(fileURLToPath(root)));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
