// On every page: suggestions under each search field, as a combobox that the keyboard works.
import { suggestions } from "./suggest.js";

for (const field of document.querySelectorAll("input[type=search]")) {
  if (!field.dataset.suggest) suggestions(field, (found) => { location.href = found.href; });
}
