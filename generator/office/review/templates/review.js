"use strict";
// Keys, the counter of a summary, and the place in the document. Everything works without it, too.

const form = document.getElementById("record");

function isWriting(element) {
  return element && element.matches("input:not([type=checkbox]), textarea, select");
}

function press(key) {
  const target = document.querySelector(`[data-key="${key}"]`);
  if (target) target.click();
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.code === "Enter" && (event.ctrlKey || event.metaKey) && form) {
    event.preventDefault();
    press("a");
    return;
  }
  if (event.code === "Escape" && isWriting(document.activeElement)) {
    document.activeElement.blur();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
  if (event.code === "KeyE" && form) {
    event.preventDefault();
    write();
  } else if (/^Key[ASXJKZ]$/.test(event.code)) {
    event.preventDefault();
    press(event.code.slice(3).toLowerCase());
  }
});

// The first value that is needed and lacking, else the summary.
function write() {
  const field = form.querySelector(".field--lacking :is(input, textarea, select)") || form.querySelector("[data-limit]");
  if (field) field.focus();
  return field;
}

function count(area) {
  const output = document.getElementById(`${area.id}-count`);
  const length = [...area.value.trim()].length;
  output.textContent = `${length} / ${area.dataset.limit} 字`;
  output.classList.toggle("count--over", length > Number(area.dataset.limit));
}

for (const area of document.querySelectorAll("[data-limit]")) {
  area.addEventListener("input", () => count(area));
  count(area);
}

for (const select of document.querySelectorAll(".top__filter select")) {
  select.addEventListener("change", () => select.form.submit());
}

const tick = document.querySelector(".tick");
if (tick) {
  tick.hidden = false;
  tick.addEventListener("click", () => {
    for (const box of document.querySelectorAll("[name=ticked]")) box.checked = true;
  });
}

const here = document.getElementById("here");
if (here) here.scrollIntoView({ block: "center" });

// Where a person goes on: what is said about a refusal, or the first value that is lacking.
function begin() {
  const refused = document.querySelector(".refused");
  if (refused) refused.focus();
  else if (form && form.querySelector(".field--lacking")) write();
}

begin();
// A browser that goes to a place of the page takes the focus away again.
window.addEventListener("load", () => setTimeout(() => {
  if (document.activeElement === document.body) begin();
}));

// What was typed is not left behind without a question; nor what came back because it could not be written.
let typed = Boolean(form && "entered" in form.dataset);
if (form) {
  form.addEventListener("input", () => { typed = true; });
  form.addEventListener("submit", () => { typed = false; });
  window.addEventListener("beforeunload", (event) => {
    if (typed) event.preventDefault();
  });
}

// A form that is sent twice would find its record gone.
if (form) form.addEventListener("submit", () => setTimeout(() => {
  for (const button of form.querySelectorAll("button")) button.disabled = true;
}));
window.addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button")) button.disabled = false;
});
