import ts from 'typescript';

/** A regular expression, or a place that makes one when it is run. */
export interface FoundExpression {
  readonly file: string;
  readonly line: number;
  /** Absent where it is made from texts. */
  readonly literal?: { readonly source: string; readonly flags: string };
}

/** Every regular expression of a TypeScript file: literals, and calls of `RegExp`. */
export function findExpressions(file: string, text: string): readonly FoundExpression[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const found: FoundExpression[] = [];
  const visit = (node: ts.Node): void => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    if (ts.isRegularExpressionLiteral(node)) found.push({ file, line, literal: partsOf(node.text) });
    else if (makesExpression(node)) found.push({ file, line });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function partsOf(literal: string): { readonly source: string; readonly flags: string } {
  const end = literal.lastIndexOf('/');
  return { source: literal.slice(1, end), flags: literal.slice(end + 1) };
}

function makesExpression(node: ts.Node): boolean {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return false;
  return ts.isIdentifier(node.expression) && node.expression.text === 'RegExp';
}
