import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import { run } from '../../../src/cli/run.js';
import { type Diagnostic, InputError } from '../../../src/diagnostics/diagnostic.js';
import { starter } from '../../../src/init/draft.js';
import { initHeading, openQuestionsIn } from '../../../src/manifest/open-questions.js';
import { parseManifest } from '../../../src/resolve/resolve.js';
import { auditFiles } from '../../../src/verbs/audit.js';
import { checkReports } from '../../../src/verbs/check.js';
import { renderManifests } from '../../../src/verbs/render.js';
import { screen } from '../cli/streams.js';
import { rendered } from '../sections/rendered.js';

const answers = { hardware: '8 x A100 80GB', time: '3 weeks', place: 'France', year: '2023' };
const open = starter(answers).text;

describe('open questions', () => {
  it('are the lines of a manifest of `init` that end with a question mark', () => {
    const { text, openQuestions } = starter({});
    expect(openQuestionsIn(text)).toHaveLength(openQuestions);
    expect(openQuestionsIn(open)).toEqual([4]);
    expect(openQuestionsIn(open.replaceAll('\n', '\r\n'))).toEqual([4]);
  });

  it('are not the comments of a manifest that a person wrote', () => {
    expect(openQuestionsIn('model: M  # or N?\n# why?\n')).toEqual([]);
  });

  it('are not texts that end with a question mark, nor comments without one', () => {
    const text = `${initHeading} without a log.\nmodel: "What?"\ncite: "a  # b?"\n# done\nname: Really?\n`;
    expect(openQuestionsIn(text)).toEqual([]);
    expect(openQuestionsIn(`${text}    # year: 2023  # when?\n`)).toEqual([6]);
  });

  it('and the name of nobody are warnings, in the report too', () => {
    const a = assess(parseManifest(open));
    expect(a.diagnostics).toContainEqual(
      expect.objectContaining({
        id: 'open-questions',
        severity: 'warning',
        message: 'A question of `carboncard init` is still open: line 4.',
        line: 4,
      }),
    );
    expect(a.diagnostics).toContainEqual(
      expect.objectContaining({ id: 'placeholder-name', severity: 'warning', message: 'The model is still called “My model”.', line: 4 }),
    );
    expect(rendered('assumptions', a).replaceAll('\\`', '`')).toContain('A question of `carboncard init` is still open: line 4.');
    const several = assess(parseManifest(open.replace('location: France', 'location: France  # or Italy?')));
    expect(several.diagnostics.find(({ id }) => id === 'open-questions')?.message).toBe(
      '2 questions of `carboncard init` are still open: lines 4 and 7.',
    );
  });
});

describe('an unfinished manifest', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'carboncard-open-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is not ready for `check`, though its report is up to date; `render` and `audit` say it', async () => {
    const file = join(folder, 'carboncard.yaml');
    const options = { outDir: join(folder, 'reports'), formats: ['json'] } as const;
    writeFileSync(file, open);
    const { reports } = await renderManifests([file], options);
    const ids = ['open-questions', 'placeholder-name'];
    expect(reports[0]?.diagnostics.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    const { stale, unfinished } = await checkReports([file], options);
    expect(stale).toEqual([]);
    expect(unfinished.map(({ id, file: where, line }) => [id, where, line])).toEqual(ids.map((id) => [id, file, 4]));
    const { terminal, stderr } = screen({});
    const argv = ['check', file, '-o', options.outDir, '--format', 'json'];
    expect(await run(argv, { terminal, env: {} })).toBe(1);
    expect(stderr()).toContain('A question of `carboncard init` is still open: line 4.');
    const [audited] = await auditFiles([file]);
    expect(audited?.findings.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    // Answered, it is ready.
    writeFileSync(file, starter({ ...answers, model: 'org/model' }).text);
    expect((await checkReports([file], options)).unfinished).toEqual([]);
    expect((await auditFiles([file]))[0]?.findings.filter(({ id }) => ids.includes(id))).toEqual([]);
  });

  it('follows the errors of a manifest that cannot be read, with the lines of the questions', async () => {
    const file = join(folder, 'carboncard.yaml');
    const failed = async (text: string): Promise<readonly Diagnostic[]> => {
      writeFileSync(file, text);
      const thrown: unknown = await renderManifests([file], { outDir: folder, formats: ['json'] }).catch((error: unknown) => error);
      return thrown instanceof InputError ? thrown.diagnostics : [];
    };
    const ofStarter = await failed(starter({}).text);
    expect(ofStarter.map(({ id, severity, line }) => [id, severity, line])).toEqual([
      ['no-phases', 'error', 3],
      ['open-questions', 'warning', 4],
    ]);
    expect(ofStarter[1]).toMatchObject({
      file,
      message: '5 questions of `carboncard init` are still open: lines 4, 5, 6, 7 and 8.',
    });
    // Below the last error, so that it is printed after it.
    const withoutPlace = await failed(starter({ ...answers, place: undefined }).text);
    expect(withoutPlace.map(({ id, line }) => [id, line])).toEqual([
      ['no-place', 5],
      ['open-questions', 7],
    ]);
    expect(withoutPlace[1]?.message).toBe('2 questions of `carboncard init` are still open: lines 4 and 7.');
    // Not where all is answered, nor in a manifest that a person wrote.
    expect((await failed(starter({ ...answers, model: 'M', place: 'Atlantis' }).text)).map(({ id }) => id)).toEqual(['unknown-place']);
    expect((await failed('model: M  # or N?\n')).map(({ id }) => id)).toEqual(['no-phases']);
  });

  it('leaves an audit its findings on a figure that cannot be', async () => {
    const file = join(folder, 'carboncard.yaml');
    writeFileSync(file, `${open}pue: 0.9\n`);
    const thrown: unknown = await auditFiles([file]).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ diagnostics: [{ id: 'pue-below-1' }, { id: 'open-questions', line: 4 }] });
    writeFileSync(file, `${open}pue: 3.5\n`);
    const [audited] = await auditFiles([file]);
    expect(audited?.findings.map(({ id }) => id)).toEqual(['pue-above-two', 'open-questions']);
  });
});
