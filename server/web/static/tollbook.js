// Small helps; every page works without them.

// Single keys: a key presses the button of the current card, or of the page, that
// names it in aria-keyshortcuts. They rest while somebody types, and can be
// switched off on the page (WCAG 2.1.4).
const typing = (e) => e.target.closest("input, textarea, select, [contenteditable]") && e.target.type !== "checkbox";
const cards = () => [...document.querySelectorAll("[data-card]")];
const current = () => document.activeElement.closest("[data-card]") || cards().find((c) => c.querySelector("[aria-keyshortcuts]"));

document.addEventListener("keydown", (e) => {
  const off = document.querySelector("[data-keys]");
  if (e.ctrlKey || e.metaKey || e.altKey || typing(e) || (off && !off.checked)) return;
  const key = e.key.toLowerCase();
  if (key === "j" || key === "k") {
    const all = cards(), at = all.indexOf(current()), to = all[at + (key === "j" ? 1 : -1)] || all[at];
    if (to) { to.tabIndex = -1; to.focus(); to.scrollIntoView({ block: "nearest" }); e.preventDefault(); }
    return;
  }
  const find = (root) => root && root.querySelector(`[aria-keyshortcuts="${CSS.escape(key)}"]`);
  const button = find(current()) || find(document.querySelector("main > .note")) || find(document.querySelector("[data-page-keys]"));
  if (!button) return;
  button.click();
  if (button.localName === "summary" && button.parentElement.open) button.parentElement.querySelector("input:not([type=hidden]), select")?.focus();
  e.preventDefault();
});

// After an act the page comes back at the claim that waits next: keys go to it.
const wanted = location.hash && document.getElementById(location.hash.slice(1));
if (wanted && wanted.matches("[data-card]")) { wanted.tabIndex = -1; wanted.focus(); }

// What somebody marks in a document's text goes into the quote of a new claim, and
// what they mark in a quote into the words to mask.
document.addEventListener("selectionchange", () => {
  const chosen = document.getSelection(), text = chosen.toString().trim();
  if (!text || !chosen.anchorNode) return;
  const within = chosen.anchorNode.parentElement.closest("[data-marks]");
  const field = within && document.getElementById(within.dataset.marks);
  if (field) field.value = text;
});

// Progress of long work, while its page is open.
for (const box of document.querySelectorAll("[data-progress]")) {
  const events = new EventSource(box.dataset.progress);
  events.addEventListener("progress", (e) => {
    const p = JSON.parse(e.data), bar = box.querySelector("progress"), words = box.querySelector("[data-words]");
    if (bar && p.of) { bar.max = p.of; bar.value = p.done; }
    if (words) words.textContent = p.words;
  });
  events.addEventListener("end", () => { events.close(); location.reload(); });
}
