import { messages, type Sentence } from '../diagnostics/messages.js';

const safe = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

export type Slug = { readonly slug: string } | { readonly problem: Sentence; readonly at: 'slug' | 'id' | 'name' };

/**
 * The folder of a report: the slug that is given, else the last segment of the id, else the name in ASCII kebab case.
 *
 * A slug or an id that would lead out of the folder is refused; a name is just text, of which the usable part is taken.
 */
export function slugOf(model: { readonly slug?: string; readonly id?: string; readonly name: string }): Slug {
  if (model.slug !== undefined) return checked(model.slug, 'slug');
  if (model.id !== undefined) return checked(model.id.split('/').at(-1) ?? '', 'id', model.id);
  const slug = kebab(model.name);
  return slug === '' ? { problem: messages.noSlug(model.name), at: 'name' } : { slug };
}

function checked(slug: string, at: 'slug' | 'id', whole = slug): Slug {
  const leads = whole.split('/').includes('..') || whole.startsWith('/');
  return safe.test(slug) && !slug.endsWith('.') && !leads ? { slug } : { problem: messages.unsafeSlug(whole), at };
}

/** ASCII letters and digits in lower case, joined by hyphens; diacritics dropped, other scripts too. */
export function kebab(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
}
