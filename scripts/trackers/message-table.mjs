import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * The messages of a table in the source, as rows of Markdown: severity, id, sentence, and what to do. What a sentence takes from the log
 * is `…`. They are read from the source, since a function alone does not say what it takes.
 */
export function messageTable(file) {
  const rows = messagesIn(file).map(
    ({ severity, id, text, hints }) => `| ${severity} | \`${id}\` | ${text.map(cell).join(' Or: ')} | ${hints.map(cell).join(' ')} |`,
  );
  return ['| kind | id | message | what to do |', '|---|---|---|---|', ...rows].join('\n');
}

/** `{ severity, id, text, hints }` of each entry of `messages` in a file. */
export function messagesIn(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true);
  const found = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && ts.isStringLiteral(node.arguments[0] ?? node)) {
      const severity = severityOf(node.expression);
      if (severity !== undefined) found.push(messageOf(severity, node.arguments));
    }
    ts.forEachChild(node, visit);
  };
  for (const statement of source.statements) if (isTable(statement)) visit(statement);
  return found;
}

const isTable = (statement) =>
  ts.isVariableStatement(statement) && statement.declarationList.declarations.some(({ name }) => name.getText() === 'messages');

/** `warning`, or `warning or note` where a condition decides. */
function severityOf(callee) {
  if (ts.isIdentifier(callee) && /^(?:error|warning|note)$/.test(callee.text)) return callee.text;
  if (ts.isParenthesizedExpression(callee) && ts.isConditionalExpression(callee.expression))
    return `${severityOf(callee.expression.whenTrue)} or ${severityOf(callee.expression.whenFalse)}`;
  return undefined;
}

function messageOf(severity, [id, text, more]) {
  const hints = ['expected', 'note'].flatMap((name) => {
    const value = more?.properties?.find((property) => property.name?.getText() === name);
    const own = value === undefined ? [] : texts(value.initializer ?? value.name);
    return own.length === 0 || own.every((one) => one === '…')
      ? []
      : [
          sentence(
            own.find((one) => one !== '…'),
            name,
          ),
        ];
  });
  return { severity, id: id.text, text: texts(text), hints };
}

const sentence = (text, name) => (name === 'expected' ? `Expected: ${text.replace(/\.$/, '')}.` : text);

/** The texts that an expression can be. Within a sentence, the last of two is shown: that of several. */
function texts(node) {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return texts(node.expression);
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(texts);
  if (ts.isIdentifier(node) || ts.isCallExpression(node)) return textsOfName(node);
  if (!ts.isTemplateExpression(node)) return ['…'];
  return [node.head.text + node.templateSpans.map(({ expression, literal }) => (texts(expression).at(-1) ?? '') + literal.text).join('')];
}

/** What a constant of the file is, or what a function of it returns. */
function textsOfName(node) {
  const name = (ts.isIdentifier(node) ? node : node.expression).getText();
  if (name === 'undefined') return [];
  if (name === 'THIN') return ['\u202f'];
  for (const statement of node.getSourceFile().statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) {
      const [only] = statement.body?.statements ?? [];
      if (only !== undefined && ts.isReturnStatement(only)) return texts(only.expression);
    }
    for (const { name: own, initializer } of statement.declarationList?.declarations ?? [])
      if (own.getText() === name && initializer !== undefined)
        return texts(ts.isArrowFunction(initializer) ? initializer.body : initializer);
  }
  return ['…'];
}

/** A cell of a table: no bar, no line break, no second mark beside another, and no point or blank after one that ends the text. */
const cell = (text) =>
  text
    .replaceAll('|', '\\|')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?:…[,;]? ?){2,}/g, '… ')
    .replace(/… ?\.$/, '…')
    .trim();
