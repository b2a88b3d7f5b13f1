import { join } from 'node:path';
import ts from 'typescript';

/** A name that a public declaration uses, and where. */
export interface NamedType {
  readonly name: string;
  readonly usedBy: string;
  readonly file: string;
}

/** The names that the declarations of some entries use and that none of these entries exports. */
export function unexportedTypes(entries: readonly string[], dist: string): NamedType[] {
  const program = ts.createProgram([...entries], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    types: ['node'],
  });
  const checker = program.getTypeChecker();
  const exported = exportsOf(entries, program, checker);
  const found = new Map<string, NamedType>();
  for (const [symbol, name] of exported) {
    for (const declaration of symbol.declarations ?? []) {
      for (const used of symbolsIn(declaration, checker)) {
        if (exported.has(used) || !isOwnType(used, dist)) continue;
        const file = used.declarations?.[0]?.getSourceFile().fileName ?? '';
        found.set(`${used.name} ${name}`, {
          name: used.name,
          usedBy: name,
          file: file.slice(dist.length + 1),
        });
      }
    }
  }
  return [...found.values()];
}

function exportsOf(entries: readonly string[], program: ts.Program, checker: ts.TypeChecker) {
  const symbols = new Map<ts.Symbol, string>();
  for (const entry of entries) {
    const source = program.getSourceFile(entry);
    const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${entry} is not a module`);
    for (const name of checker.getExportsOfModule(module)) symbols.set(target(name, checker), name.name);
  }
  return symbols;
}

/** Every symbol that an identifier inside a declaration stands for, private members aside. */
function symbolsIn(declaration: ts.Node, checker: ts.TypeChecker): Set<ts.Symbol> {
  const symbols = new Set<ts.Symbol>();
  const visit = (node: ts.Node): void => {
    if (ts.canHaveModifiers(node) && isPrivate(node)) return;
    if (ts.isIdentifier(node)) {
      const symbol = checker.getSymbolAtLocation(node);
      if (symbol !== undefined) symbols.add(target(symbol, checker));
    }
    ts.forEachChild(node, visit);
  };
  visit(declaration);
  return symbols;
}

function isPrivate(node: ts.HasModifiers): boolean {
  return ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword) ?? false;
}

function target(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
}

/**
 * True for a class, an interface or an exported alias of our own. Not for the platform's types, for values (`typeof`
 * tells their type in full), and for an alias that its file keeps to itself, which is a step on the way to another.
 */
function isOwnType(symbol: ts.Symbol, dist: string): boolean {
  return (symbol.declarations ?? []).some(declaration => {
    if (!declaration.getSourceFile().fileName.startsWith(join(dist, '/'))) return false;
    if (ts.isInterfaceDeclaration(declaration) || ts.isClassDeclaration(declaration)) return true;
    return ts.isTypeAliasDeclaration(declaration) && isExported(declaration);
  });
}

function isExported(declaration: ts.TypeAliasDeclaration): boolean {
  return declaration.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}
