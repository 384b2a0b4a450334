/* The search boxes: in the header, where its parts stand unseen, so that without JavaScript there is none, and on the
   home page, a form that works by itself. What finds and ranks (find.js, Pagefind and its index) is loaded when a box
   is first used; the page of results (search-page.js) on that page alone. */

(() => {
  const root = new URL("../", document.currentScript.src);
  const version = new URL(document.currentScript.src).search; // of all scripts: a changed one has another address
  const PAUSE = 150; // ms without a key before a search
  const [header, parts, toggle] = [".md-header__inner", "#pl-search", "#__search"].map((s) => document.querySelector(s));
  const forms = document.querySelectorAll(".pl-find");
  let finder = null; // promise of { search, line, marks, … }

  if (location.protocol === "file:") { // a copy on a disk: a browser gives its scripts no files to search in
    for (const part of [...forms, ...document.querySelectorAll(".pl-examples")]) part.hidden = true;
    return;
  }

  function load() {
    finder ??= import(new URL(`assets/find.js${version}`, root))
      .then(async (find) => ({ ...find, search: await find.open(root) }))
      .catch((error) => { finder = null; throw error; });
    return finder;
  }

  /** Where all results of a query are shown. */
  function address(query, kind = "") {
    const url = new URL("search/", root);
    url.searchParams.set("q", query);
    if (kind) url.searchParams.set("kind", kind);
    return url.href;
  }

  function make(name, classes, attributes = {}, ...inner) {
    const node = document.createElement(name);
    node.className = classes;
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...inner);
    return node;
  }

  const marked = (parts) => parts.map((part, i) => (i % 2 ? make("mark", "", {}, part) : part));

  /** One result: kind, title, one line. */
  function option({ line, marks }, page, query, id) {
    const link = make("a", "md-search-result__link", {
      id, role: "option", "aria-selected": "false", href: new URL(page.path, root).href, tabindex: "-1",
    });
    const about = line(page, query);
    const article = make("span", "md-search-result__article md-typeset", {}, make("span", "pl-search__title", {},
      make("span", "pl-tag pl-search__kind", {}, page.kind), " ", ...marked(marks(page.title, page, query))));
    if (about) article.append(make("span", "pl-search__line", {}, ...marked(marks(about, page, query))));
    link.append(article);
    return link;
  }

  /** Suggestions under an input: box holds their parts; setOpen shows and hides them. */
  function suggest(box, input, setOpen) {
    const [list, status, more, kinds] = [".md-search-result__list", ".md-search-result__meta",
      ".pl-search__more", ".pl-search__kinds"].map((name) => box.querySelector(name));
    let number = 0; // of the newest search: an older one that comes late is thrown away
    let active = -1;
    let timer = 0;
    const options = () => [...list.children];
    const kind = () => kinds?.querySelector("[aria-pressed=true]").value ?? "";

    function choose(index) {
      const all = options();
      active = all.length ? (index + all.length) % all.length : -1;
      all.forEach((one, i) => one.setAttribute("aria-selected", String(i === active)));
      if (active < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", all[active].id);
        all[active].scrollIntoView({ block: "nearest" });
      }
    }

    function clear(words) {
      list.replaceChildren();
      more.hidden = true;
      input.setAttribute("aria-expanded", "false");
      choose(-1);
      status.textContent = words;
    }

    async function run() {
      clearTimeout(timer);
      const mine = ++number;
      const query = input.value.trim();
      if (!query) {
        clear(status.dataset.empty);
        return setOpen(Boolean(status.dataset.empty));
      }
      if (!list.children.length) status.textContent = status.dataset.busy;
      setOpen(true);
      try {
        const find = await load();
        const found = await find.search(query, kind());
        const pages = await found.next();
        if (mine !== number) return undefined;
        if (found.found.length) clear(`找到 ${found.count} 条结果`);
        else clear(found.count ? `没有完全符合的，下面 ${found.count} 条只含其中一部分` : `没有找到“${query}”，换一个词试试`);
        list.append(...pages.map((page, i) => option(find, page, query, `${list.id}-${i}`)));
        list.closest(".md-search__scrollwrap, .pl-find__panel").scrollTop = 0;
        more.href = address(query, kind());
        more.textContent = found.count > pages.length ? `查看全部 ${found.count} 条结果` : "在搜索页查看";
        more.hidden = !found.count;
        input.setAttribute("aria-expanded", String(pages.length > 0));
      } catch (error) {
        console.error(error);
        if (mine === number) clear(status.dataset.failed);
      }
      return undefined;
    }

    const soon = () => { clearTimeout(timer); timer = setTimeout(run, PAUSE); };
    // While an input method composes, the box holds the keys typed, not yet the characters meant.
    input.addEventListener("input", (event) => { if (!event.isComposing) soon(); });
    input.addEventListener("compositionend", soon);
    input.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const query = input.value.trim();
      if (active >= 0) options()[active].click();
      else if (query) location.assign(address(query, kind()));
    });
    input.form.addEventListener("reset", () => { clear(status.dataset.empty); number++; input.focus(); });
    list.addEventListener("click", (event) => { if (event.target.closest("a")) setOpen(false); });
    kinds?.addEventListener("click", (event) => {
      const chip = event.target.closest("button");
      if (!chip) return;
      for (const other of kinds.children) other.setAttribute("aria-pressed", String(other === chip));
      input.focus();
      run();
    });
    box.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !box.contains(event.relatedTarget)) setOpen(false);
    });
    box.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && event.target === input) {
        if (list.children.length) setOpen(true);
        choose(active < 0 && step < 0 ? -1 : active + step);
      } else if (event.key === "Escape") {
        setOpen(false);
        choose(-1);
      } else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  function inHeader() {
    header.append(...parts.children);
    const box = header.querySelector(".md-search");
    const input = box.querySelector("input");
    const setOpen = (open) => { if (toggle.checked !== open) toggle.click(); };
    suggest(box, input, setOpen);
    toggle.addEventListener("change", () => {
      if (!toggle.checked) return input.blur();
      load().catch(() => {}); // told when something is searched for
      input.focus();
      return undefined;
    });
    input.addEventListener("focus", () => setOpen(true));
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !["/", "s", "f"].includes(event.key)) return;
      event.preventDefault();
      setOpen(true);
    });
  }

  /** A form of a page whose input names a list of suggestions. */
  function inPage(form, input) {
    const panel = form.querySelector(".pl-find__panel");
    for (const [key, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": input.dataset.suggest,
    })) input.setAttribute(key, value);
    suggest(form, input, (open) => { panel.hidden = !open; });
    input.addEventListener("focus", () => load().catch(() => {}));
    document.addEventListener("pointerdown", (event) => { if (!form.contains(event.target)) panel.hidden = true; });
  }

  if (header && parts && toggle) inHeader();
  for (const form of forms) {
    const input = form.querySelector("[data-suggest]");
    if (input) inPage(form, input);
  }
  if (document.getElementById("pl-results")) {
    import(new URL(`assets/search-page.js${version}`, root)).then((page) => page.start({ root, load, make, marked }));
  }
})();
