/* Large text and high contrast: the two buttons. A classic script, which works in a page opened from a disk, too. What
   was chosen before is set by the few lines in the head of each page, before anything is painted. */

(function () {
  "use strict";
  var root = document.documentElement;
  var ON = { size: "large", contrast: "high" };
  var chosen = {}; // where the browser keeps nothing, the choice lasts as long as the page

  function stored(name) {
    try {
      return localStorage.getItem("pl-" + name);
    } catch (error) {
      return null;
    }
  }

  function store(name, value) {
    try {
      localStorage.setItem("pl-" + name, value);
    } catch (error) {
      /* A browser may forbid it: see above. */
    }
  }

  /** What was chosen; before any choice, what the system asks for. */
  function wanted(name) {
    var asked = name === "contrast" && matchMedia("(prefers-contrast: more)").matches ? ON.contrast : "";
    return stored(name) || chosen[name] || asked;
  }

  function apply() {
    Object.keys(ON).forEach(function (name) {
      var on = wanted(name) === ON[name];
      if (on) root.setAttribute("data-pl-" + name, ON[name]);
      else root.removeAttribute("data-pl-" + name);
      var button = document.querySelector('[data-pl-switch="' + name + '"]');
      if (button) button.setAttribute("aria-pressed", String(on));
    });
  }

  function press(event) {
    var button = event.target.closest && event.target.closest("[data-pl-switch]");
    if (!button) return;
    var name = button.getAttribute("data-pl-switch");
    chosen[name] = wanted(name) === ON[name] ? "normal" : ON[name];
    store(name, chosen[name]);
    apply();
  }

  root.setAttribute("data-pl-script", "");
  apply();
  document.addEventListener("DOMContentLoaded", apply);
  addEventListener("pageshow", apply); // the back button may show a page as it was before the choice
  document.addEventListener("click", press);
})();
