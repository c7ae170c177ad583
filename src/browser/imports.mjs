// Finds the imports of TypeScript files with the compiler's own parser, for the build and for the tests of the rooms.
import ts from "typescript";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * Returns the imports of a text, in order, type imports included: where from, and the imported values by their exported
 * names; "*" for all of them. An import without any name is `bare`: it only runs the file.
 */
export function importsIn(text, file = "file.ts") {
  const found = [];
  const add = (from, values = [], bare = false) => found.push({ from: from.text, values, bare });
  const named = (elements) =>
    elements.filter((one) => !one.isTypeOnly).map((one) => (one.propertyName ?? one.name).text);
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) {
      const { importClause: clause, moduleSpecifier: from } = node;
      const bindings = clause?.namedBindings;
      if (!clause || clause.isTypeOnly) add(from, [], !clause);
      else
        add(from, [
          ...(clause.name ? ["default"] : []),
          ...(!bindings ? [] : ts.isNamedImports(bindings) ? named(bindings.elements) : ["*"]),
        ]);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      const { exportClause: clause, isTypeOnly, moduleSpecifier: from } = node;
      add(from, isTypeOnly ? [] : clause && ts.isNamedExports(clause) ? named(clause.elements) : ["*"]);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      if (ts.isStringLiteral(node.arguments[0])) add(node.arguments[0], ["*"]);
    } else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
      add(node.moduleReference.expression, ["*"]);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

/** Returns the imports of a file that name other files of this project, with their full paths. */
export function importsOf(file) {
  return importsIn(readFileSync(file, "utf8"), file)
    .filter(({ from }) => from.startsWith("."))
    .map((one) => ({ ...one, file: resolved(file, one.from) }));
}

/** Returns the file that an import names. */
export function resolved(importer, from) {
  const file = path.resolve(path.dirname(importer), from);
  return existsSync(`${file}.ts`) ? `${file}.ts` : file;
}
