// What scripts say, in the language of the page: the page brings the translations, a text without one stays as it is.
const words = JSON.parse(document.body.dataset.words || "{}");
const language = document.documentElement.lang || "en";
const kinds = new Intl.PluralRules(language);
const order = ["one", "few", "many", "other"].filter((kind) => kinds.resolvedOptions().pluralCategories.includes(kind));
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

// The text with its {names} filled in.
export const say = (text, values = {}) => filled(words[text] ?? text, values);

// The form of the text that fits a number, which is {count} in it.
export function sayMany(one, many, count) {
  const forms = words[one] ?? [one, many];
  return filled(forms[order.indexOf(kinds.select(count))] ?? forms.at(-1), { count });
}
