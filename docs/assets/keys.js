/* What the theme leaves to a mouse, for keyboards and screen readers; the address on a printed page. */

(function () {
  "use strict";
  var STACKED = "(max-width: 44.9375em)"; // as in ledger.css
  var ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TFOOT: "rowgroup", TR: "row", TD: "cell" };
  var drawer = document.getElementById("__drawer");
  var sidebar = document.querySelector(".md-sidebar--primary");

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  /** A button in the place of a label: the theme's switches are boxes that no key reaches. */
  function button(label) {
    var input = document.getElementById(label.htmlFor);
    var made = document.createElement("button");
    Array.prototype.forEach.call(label.attributes, function (a) { made.setAttribute(a.name, a.value); });
    made.type = "button";
    made.removeAttribute("tabindex");
    while (label.firstChild) made.append(label.firstChild);
    made.addEventListener("click", function () { input.click(); });
    label.replaceWith(made);
    return made;
  }

  /** A button that opens and closes something, and says so. */
  function opener(label) {
    var made = button(label);
    var input = document.getElementById(made.getAttribute("for"));
    function tell() { made.setAttribute("aria-expanded", String(input.checked)); }
    input.addEventListener("change", tell);
    tell();
    return made;
  }

  /** What covers the page closes when the focus leaves it, so that the focus is never below it; Escape closes it, too. */
  function leave(input, inside, back) {
    document.addEventListener("focusin", function (event) {
      if (input.checked && event.target !== back && event.target !== input && !inside().contains(event.target)) input.click();
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !input.checked) return;
      input.click();
      back.focus();
    });
  }

  function menu() {
    var open = opener(document.querySelector('label.md-header__button[for="__drawer"]'));
    open.setAttribute("aria-label", "导航");
    drawer.addEventListener("change", function () {
      if (drawer.checked) sidebar.querySelector(".md-nav__list a").focus();
    });
    leave(drawer, function () { return sidebar; }, open);
    each('.md-sidebar--primary label[for^="__nav"], .md-sidebar--primary label[for="__toc"]', opener);
    each(".md-sidebar--primary .md-nav__toggle", function (input) {
      input.addEventListener("change", function () {
        var part = input.parentNode.querySelector(input.checked ? "nav a" : "button.md-nav__link");
        if (part && matchMedia("(max-width: 76.2344em)").matches) part.focus();
      });
    });
    each(".md-sidebar--primary nav[aria-expanded]", function (nav) { nav.removeAttribute("aria-expanded"); });
  }

  /** Day and night: one button instead of two round switches of which one is never shown. */
  function palette(form) {
    each("[data-md-component=palette] input", function (input) {
      input.tabIndex = -1;
      input.setAttribute("aria-hidden", "true");
    });
    each("[data-md-component=palette] label", function (label) {
      var made = button(label);
      made.setAttribute("aria-label", made.title);
      made.addEventListener("click", function () { form.querySelector("button:not([hidden])").focus(); });
    });
  }

  /** Some browsers forget that a stacked table is one: the roles say it again. A table with a caption keeps its own:
      what stands in the caption is no row, and a caption takes no role. */
  function keepRoles() {
    each(".pl-stack, .pl-stack *", function (part) {
      var role = part.tagName === "TH" ? (part.scope === "row" ? "rowheader" : "columnheader") : ROLES[part.tagName];
      if (role && !part.caption) part.setAttribute("role", role);
    });
  }

  if (drawer && sidebar) menu();
  each("[data-md-component=palette]", palette);
  each('label.md-header__button[for="__search"]', function (label) {
    leave(document.getElementById("__search"), function () { return document.querySelector(".md-search"); }, opener(label));
  });

  var narrow = matchMedia(STACKED);
  if (narrow.matches) keepRoles();
  else if (narrow.addEventListener) narrow.addEventListener("change", keepRoles, { once: true });

  each("[data-pl-address]", function (place) { place.textContent = location.href.split("#")[0]; });
})();
