// The query editor. It lives in a shadow root, where its styles need no exception from the page's content policy.
import { autocompletion, closeBrackets, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { linter, lintGutter } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { sparql } from "codemirror-lang-sparql";
import { say, sayMany } from "./words.js";

const field = document.querySelector("textarea#query");
const known = field ? await fetch("/query/terms").then((answer) => answer.json()) : null;

function start() {
  const host = document.createElement("div");
  host.className = "editor";
  field.before(host);
  const root = host.attachShadow({ mode: "open" });
  const view = new EditorView({
    root, parent: root,
    state: EditorState.create({ doc: field.value, extensions: [
      lineNumbers(), history(), drawSelection(), bracketMatching(), closeBrackets(), highlightActiveLine(), lintGutter(),
      sparql(), syntaxHighlighting(colours), theme, EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": say("Query") }),
      autocompletion({ override: [complete] }), linter(problem),
      keymap.of([{ key: "Mod-Enter", run: () => (submit(), true) }, ...completionKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
      EditorView.updateListener.of((update) => { if (update.docChanged) { field.value = view.state.doc.toString(); wrong = null; } }),
    ] }),
  });
  field.hidden = true;
  document.querySelector("label[for=query]")?.addEventListener("click", () => view.focus());
}

function submit() { field.form.requestSubmit(); }

// Where the server's parser stopped, until the text changes.
let wrong = field?.dataset.line ? { line: +field.dataset.line, column: +field.dataset.column, message: field.dataset.message } : null;
function problem(view) {
  if (!wrong || wrong.line > view.state.doc.lines) return [];
  const line = view.state.doc.line(wrong.line);
  const from = Math.min(line.from + Math.max(0, wrong.column - 1), line.to);
  return [{ from, to: Math.min(from + 1, line.to), severity: "error", message: wrong.message }];
}

// Terms of the ontology that the data use, the most used first; a prefix that is not declared yet is declared on taking.
function complete(context) {
  const word = context.matchBefore(/[\w-]*:[\w-]*|\?\w*|[A-Za-z]{2,}/);
  if (!word || (word.from === word.to && !context.explicit)) return null;
  const text = context.state.doc.toString();
  if (word.text.startsWith("?")) {
    const names = [...new Set(text.match(/\?\w+/g))].filter((name) => name !== word.text);
    return { from: word.from, options: names.map((label) => ({ label, type: "variable" })) };
  }
  const options = known.terms.map(({ term, label, uses, type }) => ({
    label: term, detail: label, type, boost: Math.min(99, Math.log2(1 + uses) * 6), info: sayMany("{count} use", "{count} uses", uses),
    apply: (view, chosen, from, to) => take(view, term, from, to),
  }));
  return { from: word.from, options, validFor: /^[\w:-]*$/ };
}
function take(view, term, from, to) {
  const prefix = term.split(":")[0];
  const text = view.state.doc.toString();
  const declared = new RegExp(`prefix\\s+${prefix}\\s*:`, "i").test(text) || !known.prefixes[prefix];
  const head = declared ? "" : `PREFIX ${prefix}: <${known.prefixes[prefix]}>\n`;
  view.dispatch({
    changes: [...(head ? [{ from: 0, insert: head }] : []), { from, to, insert: term }],
    selection: { anchor: from + head.length + term.length },
  });
}

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: [tags.string, tags.literal], color: "var(--amber)" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--violet)" },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
]);
const theme = EditorView.theme({
  "&": { fontSize: ".95rem", background: "var(--paper)", color: "var(--ink)", border: "1px solid var(--field)", borderRadius: "6px" },
  "&.cm-focused": { outline: "3px solid var(--mark)", outlineOffset: "2px" },
  ".cm-content": { fontFamily: "var(--mono)", minHeight: "18rem", caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { background: "var(--wash)", color: "var(--soft)", border: "0" },
  ".cm-activeLine": { background: "transparent" },
  ".cm-tooltip": { background: "var(--paper)", color: "var(--ink)", border: "1px solid var(--line)" },
});

if (field) start();
