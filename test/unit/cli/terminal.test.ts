import { describe, expect, it } from 'vitest';
import { screen } from './streams.js';

describe('the terminal', () => {
  it('keeps results and talk apart, a line each', () => {
    const { terminal, stdout, stderr } = screen();
    terminal.result('result');
    terminal.talk('talk\n');
    expect([stdout(), stderr()]).toEqual(['result\n', 'talk\n']);
  });

  it('lets a name give no command to a build server, and annotations do', () => {
    const { terminal, stdout, stderr } = screen();
    terminal.result('a\n::error::name');
    terminal.talk('##[error]name');
    terminal.command('::warning::found');
    expect([stdout(), stderr()]).toEqual(['a\n<U+003A>:error::name\n::warning::found\n', '#<U+0023>[error]name\n']);
  });

  it('paints where somebody looks', () => {
    expect(screen({ isTTY: true }).terminal.paintResult('x', 'bold', 'red')).toBe('\u001b[1;31mx\u001b[0m');
    expect(screen({ isTTY: true, env: { NO_COLOR: '' } }).terminal.paintTalk('x', 'bold')).toBe('\u001b[1mx\u001b[0m');
  });

  it.each([
    { isTTY: false },
    { isTTY: true, env: { NO_COLOR: '1' } },
    { isTTY: true, env: { TERM: 'dumb' } },
  ])('does not paint with %j', (options) => {
    expect(screen(options).terminal.paintResult('x', 'bold')).toBe('x');
  });

  it('shows progress on a terminal, and wipes it away before it says something else', async () => {
    const { terminal, stderr } = screen({ isTTY: true });
    terminal.progress('Reading a.yaml …');
    expect(stderr()).toBe('\r\u001b[KReading a.yaml …');
    terminal.talk('talk');
    expect(stderr().endsWith('\r\u001b[Ktalk\n')).toBe(true);
    terminal.progress('bloom: printing the PDF …');
    await terminal.finish();
    expect(stderr().endsWith('PDF …\r\u001b[K')).toBe(true);
  });

  it.each([{ isTTY: false }, { isTTY: true, env: { TERM: 'dumb' } }])('shows no progress with %j', (options) => {
    const { terminal, stderr } = screen(options);
    terminal.progress('Reading');
    expect(stderr()).toBe('');
  });

  it('keeps progress on one row, and obeys no escape sequence in a name', () => {
    const { terminal, stderr } = screen({ isTTY: true, columns: 40 });
    terminal.progress(`\u001b[2J${'模'.repeat(60)}`);
    expect(stderr()).toBe(`\r\u001b[K␛[2J${'模'.repeat(17)}`);
  });

  it('takes a reader who left for content', async () => {
    const { terminal } = screen({ refusal: 'EPIPE' });
    terminal.result('one');
    expect(await terminal.finish()).toBeUndefined();
    terminal.result('two');
    expect(await terminal.finish()).toBeUndefined();
  });

  it('tells that a result was lost', async () => {
    const { terminal } = screen({ refusal: 'ENOSPC' });
    terminal.result('one');
    expect((await terminal.finish())?.message).toBe('ENOSPC: refused');
  });
});
