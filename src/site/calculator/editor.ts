import type { Finding } from '../../calculator/calculation.js';
import { byId } from './elements.js';

/** The text of the manifest with numbers beside its lines, and what is reported of it below. */
export interface Editor {
  readonly text: () => string;
  /** Replaces the text; `onChange` is called. */
  readonly set: (text: string) => void;
  readonly show: (findings: readonly Finding[]) => void;
}

export function createEditor(onChange: () => void): Editor {
  const area = byId('manifest', HTMLTextAreaElement);
  const numbers = byId('numbers', HTMLElement);
  const list = byId('findings', HTMLElement);
  let marked: ReadonlyMap<number, string> = new Map();

  function number(): void {
    const count = area.value.split('\n').length;
    numbers.replaceChildren(
      ...Array.from({ length: count }, (_, index) => {
        const line = document.createElement('span');
        line.textContent = String(index + 1);
        line.className = marked.get(index + 1) ?? '';
        return line;
      }),
    );
    numbers.scrollTop = area.scrollTop;
  }

  function changed(): void {
    number();
    onChange();
  }

  area.addEventListener('input', changed);
  area.addEventListener('scroll', () => {
    numbers.scrollTop = area.scrollTop;
  });
  return {
    text: () => area.value,
    set: (text) => {
      area.value = text;
      changed();
    },
    show: (findings) => {
      marked = new Map(findings.toReversed().flatMap(({ line, severity }) => (line === undefined ? [] : [[line, severity]])));
      number();
      const notes = findings.filter(({ severity }) => severity === 'note');
      const others = findings.filter(({ severity }) => severity !== 'note');
      list.replaceChildren(...others.map((finding) => findingElement(finding, area)));
      byId('notes', HTMLElement).replaceChildren(...notes.map((finding) => findingElement(finding, area)));
      byId('notes-part', HTMLElement).hidden = notes.length === 0;
      byId('notes-title', HTMLElement).textContent = `Notes: ${notes.length} defaults and sources`;
    },
  };
}

/** A finding as a terminal prints it, with a way to its place. */
function findingElement({ severity, text, line, column }: Finding, area: HTMLTextAreaElement): HTMLElement {
  const item = document.createElement('li');
  item.className = severity;
  if (line !== undefined && line <= area.value.split('\n').length) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `Go to line ${line}`;
    button.addEventListener('click', () => goTo(area, line, column ?? 1));
    item.append(button);
  }
  // The place and the message wrap; the line with its caret keeps its columns.
  const end = `${text}\n`.indexOf('\n');
  const head = document.createElement('p');
  head.textContent = text.slice(0, end);
  item.append(head);
  if (end < text.length) {
    const frame = document.createElement('pre');
    frame.textContent = text.slice(end + 1);
    frame.tabIndex = 0;
    item.append(frame);
  }
  return item;
}

function goTo(area: HTMLTextAreaElement, line: number, column: number): void {
  const before = area.value.split('\n').slice(0, line - 1);
  const at = before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  area.focus();
  area.setSelectionRange(at, at);
}
