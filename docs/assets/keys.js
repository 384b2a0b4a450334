/* What the theme leaves to a mouse, for keyboards and screen readers; the address on a printed page. */

(function () {
  "use strict";
  var drawer = document.getElementById("__drawer");
  var sidebar = document.querySelector(".md-sidebar--primary");
  var STACKED = "(max-width: 44.9375em)"; // as in ledger.css
  var ROLES = { TABLE: "table", CAPTION: "caption", THEAD: "rowgroup", TBODY: "rowgroup", TFOOT: "rowgroup", TR: "row", TD: "cell" };

  /** A button in the place of a label: the theme's switches are boxes that no key reaches. */
  function operable(label) {
    var input = document.getElementById(label.htmlFor);
    if (!input) return null;
    var button = document.createElement("button");
    button.type = "button";
    Array.prototype.forEach.call(label.attributes, function (a) { button.setAttribute(a.name, a.value); });
    button.removeAttribute("tabindex");
    button.append.apply(button, label.childNodes);
    button.addEventListener("click", function () { input.click(); });
    function tell() { button.setAttribute("aria-expanded", String(input.checked)); }
    input.addEventListener("change", tell);
    tell();
    label.replaceWith(button);
    return button;
  }

  function openable(button) {
    button.setAttribute("aria-label", "打开导航");
    function close() { if (drawer.checked) drawer.click(); }
    drawer.addEventListener("change", function () {
      var first = sidebar.querySelector(".md-nav__list a, .md-nav__list button");
      if (drawer.checked && first) first.focus();
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !drawer.checked) return;
      close();
      button.focus();
    });
    document.addEventListener("focusin", function (event) {
      if (event.target !== button && !sidebar.contains(event.target)) close();
    });
  }

  /** Some browsers forget that a stacked table is one: the roles say it again. */
  function keepRoles() {
    document.querySelectorAll(".pl-stack, .pl-stack *").forEach(function (part) {
      var role = part.tagName === "TH" ? (part.scope === "row" ? "rowheader" : "columnheader") : ROLES[part.tagName];
      if (role) part.setAttribute("role", role);
    });
  }

  if (drawer && sidebar) {
    var menu = document.querySelector('label.md-header__button[for="__drawer"]');
    var button = menu && operable(menu);
    if (button) openable(button);
    sidebar.querySelectorAll('label[for^="__nav"], label[for="__toc"]').forEach(operable);
    sidebar.querySelectorAll("nav[aria-expanded]").forEach(function (nav) { nav.removeAttribute("aria-expanded"); });
  }

  document.querySelectorAll('label.md-header__button[for="__search"]').forEach(operable);

  var narrow = matchMedia(STACKED);
  if (narrow.matches) keepRoles();
  else if (narrow.addEventListener) narrow.addEventListener("change", keepRoles, { once: true });

  var address = document.querySelector("[data-pl-address]");
  if (address) address.textContent = location.href.split("#")[0];
})();
