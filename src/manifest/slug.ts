import type { Message } from '../diagnostics/message.js';
import { messages } from './messages.js';

const safe = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

export type Slug = { readonly slug: string } | { readonly problem: Message; readonly at: 'slug' | 'id' | 'name' };

/**
 * The folder of a report: the slug that is given, else the last segment of the id, else the name in ASCII kebab case.
 *
 * A slug or an id that would lead out of the folder is rejected; of a name, which is only text, the usable part is taken.
 * An id that stays inside but ends in no folder name (`org/`, another script) asks for a slug, as such a name does.
 */
export function slugOf(model: { readonly slug?: string | undefined; readonly id?: string | undefined; readonly name: string }): Slug {
  if (model.slug !== undefined) return usable(model.slug) ? { slug: model.slug } : { problem: messages.unsafeSlug(model.slug), at: 'slug' };
  if (model.id !== undefined) return slugOfId(model.id);
  const slug = kebab(model.name);
  return slug === '' ? { problem: messages.noSlug(model.name), at: 'name' } : { slug };
}

function slugOfId(id: string): Slug {
  const segments = id.split('/');
  if (segments.includes('..') || id.startsWith('/') || id.includes('\\')) return { problem: messages.unsafeSlug(id), at: 'id' };
  const slug = segments.at(-1) ?? '';
  return usable(slug) ? { slug } : { problem: messages.noSlug(id), at: 'id' };
}

function usable(slug: string): boolean {
  return safe.test(slug) && !slug.endsWith('.');
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
