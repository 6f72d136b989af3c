import ts from 'typescript';

/**
 * The ids of the diagnostics that texts of TypeScript make, by whatever names the severity: `warning('id', …)`, `(isBad ? error : note)('id', …)`,
 * or a function of the file that gives one of them. Of an id that ends in a variable, `file-*`.
 *
 * @throws {TypeError} Where an id cannot be read, so that none is missing.
 */
export function diagnosticIds(texts: readonly string[]): readonly string[] {
  const files = texts.map((text) => ts.createSourceFile('text.ts', text, ts.ScriptTarget.ES2023, true));
  return [...new Set(files.flatMap((file) => callsIn(file).flatMap((call) => idsOf(call.arguments[0], files))))].toSorted();
}

/** Calls that make a diagnostic. A module without the import has other functions of these names. */
function callsIn(file: ts.SourceFile): readonly ts.CallExpression[] {
  const isMaker = file.statements.some(
    (one) => ts.isImportDeclaration(one) && ts.isStringLiteral(one.moduleSpecifier) && /\bmessage\.js$/.test(one.moduleSpecifier.text),
  );
  return isMaker ? all(file, ts.isCallExpression).filter(({ expression }) => isSeverity(expression, file)) : [];
}

/** Whether an expression is one of the severities in each case. */
function isSeverity(node: ts.Expression, file: ts.SourceFile): boolean {
  if (ts.isIdentifier(node)) return /^(?:error|warning|note)$/.test(node.text);
  if (ts.isParenthesizedExpression(node)) return isSeverity(node.expression, file);
  if (ts.isConditionalExpression(node)) return isSeverity(node.whenTrue, file) && isSeverity(node.whenFalse, file);
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return false;
  const { text } = node.expression;
  const own = all(file, ts.isVariableDeclaration).find(({ name }) => name.getText() === text)?.initializer;
  return own !== undefined && ts.isArrowFunction(own) && !ts.isBlock(own.body) && isSeverity(own.body, file);
}

function idsOf(node: ts.Expression | undefined, files: readonly ts.SourceFile[]): readonly string[] {
  if (node !== undefined && ts.isStringLiteralLike(node)) return [node.text];
  if (node !== undefined && ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap((one) => idsOf(one, files));
  if (node !== undefined && ts.isIdentifier(node)) return idsOfParameter(node, files);
  if (node === undefined || !ts.isTemplateExpression(node)) throw new TypeError(`No id can be read from ${node?.getText()}`);
  const [{ expression } = {}] = node.templateSpans;
  const ends = expression !== undefined && ts.isIdentifier(expression) ? idsOfParameter(expression, files) : ['*'];
  return ends.map((end) => node.head.text + end);
}

/** What a parameter can be: by its type, or, where its type is a parameter too, by the calls of its function. */
function idsOfParameter(node: ts.Identifier, files: readonly ts.SourceFile[]): readonly string[] {
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) {
    if (!ts.isFunctionLike(at)) continue;
    const place = at.parameters.findIndex(({ name }) => name.getText() === node.text);
    const type = at.parameters[place]?.type;
    if (type === undefined) continue;
    if (at.typeParameters?.some(({ name }) => name.text === type.getText()) !== true) return literalsOf(type, files);
    const called = at.name?.getText();
    const calls = all(node.getSourceFile(), ts.isCallExpression).filter(({ expression }) => expression.getText() === called);
    return calls.flatMap((call) => idsOf(call.arguments[place], files));
  }
  throw new TypeError(`${node.text} is no parameter with a type`);
}

/** The texts of a union, or of a property of an interface: `LookupStep['id']`. */
function literalsOf(type: ts.TypeNode, files: readonly ts.SourceFile[]): readonly string[] {
  if (ts.isUnionTypeNode(type)) return type.types.flatMap((one) => literalsOf(one, files));
  if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) return [type.literal.text];
  if (ts.isIndexedAccessTypeNode(type)) {
    const owner = files.flatMap((file) => all(file, ts.isInterfaceDeclaration)).find(({ name }) => name.text === type.objectType.getText());
    const key = literalsOf(type.indexType, files)[0];
    const member = owner?.members.find(({ name }) => name?.getText() === key);
    if (member !== undefined && ts.isPropertySignature(member) && member.type !== undefined) return literalsOf(member.type, files);
  }
  throw new TypeError(`No ids can be read from the type ${type.getText()}`);
}

/** All nodes of a kind, in the order of the text. */
function all<T extends ts.Node>(file: ts.SourceFile, isWanted: (node: ts.Node) => node is T): readonly T[] {
  const found: T[] = [];
  const visit = (node: ts.Node): void => {
    if (isWanted(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
