import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** The tree of a text in Markdown, as GitHub reads it. */
export const parsedMarkdown = (text) => parser.parse(text);
