import type { BuildData } from "./data.generated";
import { make, place } from "./dom";
import { size, type Finding } from "./workspace";
import { say, uiLanguage } from "./words";
import type { Word } from "./words-en";

export function showResult({ findings, package: built }: BuildData): void {
  if (!built) {
    showFailure(
      say("failed"),
      findings.filter(({ severity }) => severity === "error"),
    );
    return;
  }
  const number = (value: number): string => value.toLocaleString(uiLanguage());
  const facts = [
    say("facts", size(built.bytes, uiLanguage()), number(built.pages), number(built.questions)),
    ...(built.passMark === undefined ? [] : [say("facts_mark", built.passMark)]),
    say("facts_state", number(built.state), number(built.limit)),
  ];
  const link = make("p");
  link.append(
    make("a", say("download"), { class: "button", href: built.download, download: built.fileName }),
    " ",
    make("code", built.fileName),
  );
  const plain = [...new Set(findings.flatMap(({ slug }) => (slug in inPlain ? [say(inPlain[slug] as Word)] : [])))];
  const rest = findings.filter(({ slug }) => !(slug in inPlain));
  const notes = plain.length === 0 ? [make("p", say("notes_none"))] : [make("h3", say("notes")), lines(plain)];
  show(say("ready", built.title), [make("p", facts.join(" ")), link, ...notes, ...forAuthor(rest)], false);
}

export function showFailure(title: string, findings: readonly Finding[]): void {
  const own = findings.filter(({ file }) => file === "organisation.yaml");
  const rest = findings.filter(({ file }) => file !== "organisation.yaml");
  const pale = own.some(({ slug }) => slug === "pale-colour") ? [make("p", say("plain_pale_colour"))] : [];
  show(
    title,
    [
      ...pale,
      ...(own.length > 0 ? [make("p", say("plain_organisation")), listed(own)] : []),
      ...(rest.length > 0 ? [make("p", say("failed_help")), listed(rest)] : []),
    ],
    true,
  );
}

/** Findings that concern the coordinator, with their text. All others are for the author. */
const inPlain: Readonly<Record<string, Word>> = {
  "country-draft": "plain_country_draft",
  untranslated: "plain_untranslated",
};

function lines(sentences: readonly string[]): HTMLElement {
  const list = make("ul");
  list.append(...sentences.map((sentence) => make("li", sentence)));
  return list;
}

function forAuthor(findings: readonly Finding[]): Node[] {
  if (findings.length === 0) return [];
  const folded = make("details");
  folded.append(make("summary", say("for_author", findings.length)), listed(findings));
  return [folded];
}

/**
 * Lists findings, one line for equal ones. The compiler's texts are English. The place is last; only authors need it.
 */
function listed(findings: readonly Finding[]): HTMLElement {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const text = `${finding.message} ${finding.help}`;
    groups.set(text, [...(groups.get(text) ?? []), finding]);
  }
  const list = make("ul", "", { lang: "en" });
  list.append(
    ...[...groups].map(([text, places]) => {
      const entry = make("li", text);
      const first = places[0] as Finding;
      entry.append(make("span", ` ${first.file}:${first.line}`, { class: "quiet" }));
      if (places.length > 1) entry.append(make("span", ` (${say("times", places.length)})`, { lang: uiLanguage() }));
      return entry;
    }),
  );
  return list;
}

function show(title: string, body: readonly Node[], isBad: boolean): void {
  place("result").hidden = false;
  place("result").classList.toggle("bad", isBad);
  place("result-title").textContent = title;
  place("result-body").replaceChildren(...body);
  place("result-title").focus();
}
