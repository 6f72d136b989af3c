import { byId } from './elements.js';

/** The section on the page. */
export interface Preview {
  /** Shows a section whose figures are empty; until its charts are drawn, they hold those of the section before. */
  readonly frame: (html: string) => void;
  /** Shows a section with its charts. */
  readonly draw: (html: string) => void;
}

export function createPreview(): Preview {
  const shown = byId('preview', HTMLElement);
  return {
    frame: (html) => {
      const before = new Map([...shown.querySelectorAll('figure[id]')].map((figure) => [figure.id, figure]));
      // The program left out of it what is not of a report.
      shown.innerHTML = html;
      shown.dataset['state'] = 'drawing';
      for (const figure of shown.querySelectorAll('figure[id]')) {
        const old = before.get(figure.id);
        if (old !== undefined) figure.replaceWith(old);
      }
    },
    draw: (html) => {
      shown.innerHTML = html;
      shown.dataset['state'] = 'drawn';
    },
  };
}
