import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";

// Compares the features that a package uses with the data of the Web Platform DX group (npm: web-features), for the
// oldest supported browsers (src/browser/browsers.mjs).

const browser = fileURLToPath(new URL("../../", import.meta.url)); // from src/browser/out/tests
const theme = path.join(browser, "../../templates/default");
const { oldest } = (await import(new URL("../../browsers.mjs", import.meta.url).href)) as {
  oldest: Readonly<Record<string, number>>;
};

/** Newer features in use, and what happens in a browser without them. */
const graceful: Readonly<Record<string, string>> = {
  // Popovers and dialogs.
  "html.global_attributes.popover": "boxes.ts opens and closes them",
  "html.elements.button.popovertarget": "boxes.ts reads it",
  "html.elements.button.popovertargetaction": "boxes.ts closes an open popover at every press of its buttons",
  "css.selectors.popover-open": "it has a rule of its own, so that only this rule is dropped",
  "html.elements.dialog": "boxes.ts opens and closes it",
  "api.HTMLDialogElement.showModal": "tested before use",
  "api.HTMLDialogElement.close": "tested before use",
  "css.selectors.backdrop": "the page behind a dialog is not darkened",
  // Scripts.
  "api.BroadcastChannel.close": "host.ts goes on without a channel: a second tab is not noticed",
  "api.BroadcastChannel.message_event": "as above",
  "api.BroadcastChannel.postMessage": "as above",
  "api.HTMLElement.focus.options_preventScroll_parameter": "Safari 14 also scrolls the page of the LMS to the focus",
  "api.IDBFactory.open": "backup.ts goes on without it: localStorage and the LMS keep the progress",
  "javascript.builtins.Intl.DateTimeFormat.DateTimeFormat.options_parameter.options_dateStyle_parameter":
    "dates appear in digits",
  "api.SpeechSynthesis.voiceschanged_event": "Safari lists its voices at once",
  // The look: without them a course looks plainer and works.
  "css.selectors.focus-visible": "the browser's own focus ring shows",
  "css.selectors.has": "the chosen option shows only its mark; rules that hide something test for it first",
  "api.ToggleEvent.newState": "only read in browsers with popovers: boxes.ts opens definitions in others",
  "css.properties.width.fit-content": "a labelled picture is as wide as the page",
  "css.at-rules.page": "the reader chooses the paper in the print dialog",
  "css.properties.page": "posters and slides are printed on the paper of the dialog, each on its own sheet",
  "css.selectors.marker": "the marks of a list have the colour of the text",
  "css.at-rules.media.scripting": "pages show before the program has found the place of the learner",
  "css.at-rules.media.forced-colors": "the browser's own colours",
  "css.properties.forced-color-adjust": "as above",
  "css.properties.forced-color-adjust.none": "as above",
  "css.properties.gap.flex_context": "Safari 14.0 sets buttons closer together",
  "css.properties.scroll-margin-top": "Safari 14.0 scrolls a question to the edge",
  "css.properties.scroll-padding-top": "as above",
  "css.properties.scroll-padding-bottom": "as above",
  "css.properties.accent-color": "boxes to tick have the browser's colour",
  "css.properties.border-end-start-radius": "one corner of the menu is square",
  "css.properties.break-after.avoid": "print: a heading may end a sheet",
  "css.properties.color-scheme": "scroll bars stay light in the dark",
  "css.properties.color-scheme.dark": "as above",
  "css.properties.color-scheme.light": "as above",
  "css.properties.field-sizing": "fields do not grow with their text",
  "css.properties.field-sizing.content": "as above",
  "css.properties.font-family.math": "the next font of the list",
  "css.properties.font-family.ui-monospace": "the next font of the list",
  "css.properties.hyphenate-limit-chars": "the browser's own rules of hyphenation",
  "css.properties.outline": "outlines have square corners",
  "css.properties.outline.none": "as above",
  "css.properties.outline.solid": "as above",
  "css.properties.overflow-wrap.anywhere": "the page's own break-word applies",
  "css.properties.text-decoration-thickness": "underlines have the usual thickness",
  "css.properties.text-wrap": "lines of a heading have different lengths",
  "css.properties.text-wrap.balance": "as above",
  "html.elements.video.playsinline": "Firefox needs no such attribute",
  "html.global_attributes.autocapitalize": "the keyboard of a phone may write a capital: answers ignore case",
  "html.global_attributes.inputmode": "a phone shows its usual keyboard",
};

interface Feature {
  readonly status?: {
    readonly by_compat_key?: Readonly<Record<string, { readonly support: Readonly<Record<string, string>> }>>;
  };
}
const { features } = JSON.parse(readFileSync(path.join(browser, "node_modules/web-features/data.json"), "utf8")) as {
  readonly features: Readonly<Record<string, Feature>>;
};
const support = new Map(
  Object.values(features).flatMap(({ status }) =>
    Object.entries(status?.by_compat_key ?? {}).map(([key, known]) => [key, known.support] as const),
  ),
);

/** Whether a feature is in all of the oldest browsers; null if the data do not know it. */
function isOld(key: string): boolean | null {
  const known = support.get(key);
  return known
    ? Object.entries(oldest).every(([name, version]) => parseFloat((known[name] ?? "9999").replace("≤", "")) <= version)
    : null;
}

const filesIn = (folder: string, ending: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(folder, name));

/** The first of these keys that the data know. */
const known = (keys: readonly string[]): string | undefined => keys.find((key) => support.has(key));

function scriptFeatures(): { used: Set<string>; unknown: Set<string> } {
  const used = new Set<string>();
  const unknown = new Set<string>();
  const program = ts.createProgram(filesIn(path.join(browser, "player"), ".ts"), {
    target: ts.ScriptTarget.ES2020,
    lib: ["lib.es2020.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    noEmit: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const isLibrary = (symbol: ts.Symbol | undefined): boolean =>
    symbol?.declarations?.some((at) => /\/lib\.[\w.]+\.d\.ts$/.test(at.getSourceFile().fileName)) ?? false;
  const plainName = (name: string): string =>
    name
      .replace(/^Readonly(?=Array|Map|Set)/, "")
      .replace(/Constructor$/, "")
      .replace(/^ParentNode$/, "Element");

  /** Names of a type and of all that it extends. */
  function namesOf(type: ts.Type): string[] {
    const apparent = checker.getApparentType(type);
    if (apparent.isUnion() || apparent.isIntersection()) return apparent.types.flatMap(namesOf);
    const bases = apparent.isClassOrInterface() ? checker.getBaseTypes(apparent) : [];
    const target = (apparent as ts.TypeReference).target as ts.InterfaceType | undefined;
    const own = [apparent.symbol?.name, ...(target && target !== apparent ? namesOf(target) : [])];
    return [...own.filter((name): name is string => name !== undefined), ...bases.flatMap(namesOf)];
  }

  function keysOf(owners: readonly string[], member: string): string[] {
    return owners.map(plainName).flatMap((owner) => [
      ...(owner === "Window" ? [`api.${member}`] : []),
      ...(owner === "CSSStyleDeclaration"
        ? [`css.properties.${member.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`]
        : []),
      ...(member.startsWith("on") ? [`api.${owner}.${member.slice(2)}_event`] : []),
      `api.${owner.toLowerCase()}.${member}_static`, // console
      `api.${owner}.${member}`,
      `api.${owner}.${member}_static`,
      `javascript.builtins.${owner}.${member}`,
      `javascript.builtins.Intl.${owner}.${member}`,
    ]);
  }

  function note(keys: readonly string[], name: string): string | undefined {
    const key = known(keys);
    if (key) used.add(key);
    else unknown.add(name);
    return key;
  }

  function keyOf(node: ts.Node): string | undefined {
    if (ts.isPropertyAccessExpression(node)) {
      const symbol = checker.getSymbolAtLocation(node.name);
      if (!isLibrary(symbol)) return undefined;
      if (symbol?.declarations?.every(ts.isIndexSignatureDeclaration)) return undefined; // dataset
      if (/^(prototype|[A-Z_]+)$/.test(node.name.text)) return undefined; // the data have no constants of classes
      const owner = symbol?.declarations?.[0]?.parent as ts.InterfaceDeclaration | undefined;
      const owners = [
        ...namesOf(checker.getTypeAtLocation(node.expression)),
        owner?.name?.getText() ?? "",
        node.expression.getText(),
      ];
      return note(keysOf(owners, node.name.text), `${owners[0]}.${node.name.text}`);
    }
    if (ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node.parent) && !isType(node)) {
      const symbol = checker.getSymbolAtLocation(node);
      if (!isLibrary(symbol) || !isGlobal(symbol)) return undefined;
      const name = node.text;
      return note(
        [`api.${name}`, `api.Window.${name}`, `api.EventTarget.${name}`, `javascript.builtins.${name}`],
        name,
      );
    }
    return undefined;
  }
  const isGlobal = (symbol: ts.Symbol | undefined): boolean =>
    symbol?.declarations?.some((at) => ts.isSourceFile(at.parent) || ts.isVariableDeclarationList(at.parent)) ?? false;
  const isType = (node: ts.Node): boolean => ts.isTypeNode(node.parent) || ts.isTypeParameterDeclaration(node.parent);

  /** Options in an object: the data name them by function. */
  function options(call: ts.CallExpression | ts.NewExpression, key: string): void {
    for (const argument of call.arguments ?? []) {
      if (!ts.isObjectLiteralExpression(argument)) continue;
      for (const { name } of argument.properties) {
        const option = name?.getText();
        const inData = [...support.keys()].find(
          (one) => one.startsWith(`${key}.`) && one.endsWith(`.options_${option}_parameter`),
        );
        if (inData) used.add(inData);
      }
    }
  }

  const visit = (node: ts.Node): void => {
    keyOf(node);
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const key = keyOf(node.expression);
      if (key) options(node, key);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (!file.isDeclarationFile) visit(file);
  return { used, unknown };
}

/** Features of a minified style sheet; rules inside @supports test for their feature. */
function styleFeatures(css: string): string[] {
  const found: (string | undefined)[] = [];
  const text = css.replace(/"[^"]*"/g, '""').replace(/\/\*.*?\*\//gs, "");
  let guarded = 0;
  const open: string[] = [];
  for (const [, head = "", end = ""] of text.matchAll(/([^{}]*)([{}])/g)) {
    if (end === "{") {
      const rule = head.slice(head.lastIndexOf(";") + 1).trim();
      open.push(rule);
      if (rule.startsWith("@supports")) guarded++;
      else if (rule.startsWith("@")) {
        const [, name = ""] = /^@([\w-]+)/.exec(rule) ?? [];
        found.push(`css.at-rules.${name.replace(/^-\w+-/, "")}`);
        for (const [, feature] of rule.matchAll(/\(([\w-]+)/g)) found.push(known([`css.at-rules.${name}.${feature}`]));
      } else if (guarded === 0)
        for (const [, name] of rule.matchAll(/::?([\w-]+)/g)) found.push(known([`css.selectors.${name}`]));
      continue;
    }
    if (open.pop()?.startsWith("@supports")) guarded--;
    if (guarded > 0) continue;
    const declarations = head.split(";").flatMap((line) => {
      const [, property = "", value = ""] = /^\s*([\w-]+):(.*)$/s.exec(line) ?? [];
      return property && !property.startsWith("--") ? [[property, value] as const] : [];
    });
    const isFlex = declarations.some(([property, value]) => property === "display" && /flex/.test(value));
    for (const [property, value] of declarations) {
      const prefixed = property.startsWith("-");
      const key = `css.properties.${property}`;
      // A property with its older prefixed form in the same rule needs no newer browser.
      if (prefixed || declarations.some(([other]) => other.startsWith("-") && other.endsWith(`-${property}`))) continue;
      found.push(key);
      if (property === "gap") found.push(isFlex ? `${key}.flex_context` : `${key}.grid_context`);
      for (const [, word = "", call] of value.matchAll(/(?<![\w.-])([a-z][\w-]*)(\()?/g))
        found.push(known([call ? `css.types.${word}` : `${key}.${word}`]));
    }
  }
  return found.filter((key): key is string => key !== undefined && support.has(key));
}

/** Features of a template. */
function markupFeatures(html: string): string[] {
  const text = html.replace(/\{\{.*?\}\}/gs, "x");
  return [...text.matchAll(/<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)/g)].flatMap(([, tag = "", rest = ""]) => {
    const attributes = [...rest.matchAll(/([\w-]+)(?:="[^"]*")?/g)].map(([, name = ""]) => name);
    return [
      `html.elements.${tag}`,
      ...attributes.flatMap((name) => known([`html.elements.${tag}.${name}`, `html.global_attributes.${name}`]) ?? []),
    ].filter((key) => support.has(key));
  });
}

const scripts = scriptFeatures();

test("Every feature of a package is in the oldest supported browsers, or its absence is provided for", () => {
  const used = new Set([
    ...scripts.used,
    ...filesIn(path.join(browser, "out/style"), ".css").flatMap((file) => styleFeatures(readFileSync(file, "utf8"))),
    ...filesIn(theme, ".html").flatMap((file) => markupFeatures(readFileSync(file, "utf8"))),
    ...["GlossaryLinks.cs"].flatMap((file) =>
      markupFeatures(readFileSync(path.join(browser, "../Protect.Scorm/Rendering", file), "utf8").replace(/\\"/g, '"')),
    ),
  ]);
  assert.ok(used.size > 250, `only ${used.size} features`);
  const newer = [...used].filter((key) => isOld(key) === false).sort();
  assert.deepEqual(newer, Object.keys(graceful).sort());
});

test("The check sees newer features in scripts, styles and markup", () => {
  assert.ok(scripts.used.has("api.Element.replaceChildren"));
  assert.ok(scripts.used.has("api.HTMLElement.focus.options_preventScroll_parameter"));
  assert.equal(isOld("api.HTMLElement.showPopover"), false);
  assert.equal(isOld("javascript.builtins.Array.at"), false);
  assert.deepEqual(
    styleFeatures("a:has(b){aspect-ratio:1}@supports selector(:is(a)){a:is(b){inset:0}}").filter((key) => !isOld(key)),
    ["css.selectors.has", "css.properties.aspect-ratio"],
  );
  assert.deepEqual(
    markupFeatures('<dialog inert><p popover="">').filter((key) => !isOld(key)),
    ["html.elements.dialog", "html.global_attributes.inert", "html.global_attributes.popover"],
  );
});

test("The data know every function in use", () => {
  assert.deepEqual([...scripts.unknown].sort(), []);
});

test("A function in a built style has its arguments, however deep its parentheses", () => {
  const broken = /(?<=[:\s,(])(?:calc|clamp|max|min|minmax|repeat|var)(?=[;}\s])/g;
  const cut = filesIn(path.join(browser, "out/style"), ".css").flatMap((file) =>
    (readFileSync(file, "utf8").match(/[^{}]*/g) ?? []).flatMap((rule) => rule.match(broken) ?? []),
  );
  assert.deepEqual(cut, []);
  assert.deepEqual("padding-left:calc;padding-right:(1px)".match(broken), ["calc"]);
});
