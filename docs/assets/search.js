/* The search box: its parts stand in the page unseen, so without JavaScript there is none. What finds and ranks
   (find.js, Pagefind and its index) is loaded when the box is first opened. */

const parts = document.getElementById("pl-search");
const toggle = document.getElementById("__search"); // the theme's switch: its styles open the box
const header = document.querySelector(".md-header__inner");
const root = new URL("../", import.meta.url);
const PAUSE = 150; // ms without a key before a search

if (parts && toggle && header) start();

function start() {
  header.append(...parts.children);
  const box = header.querySelector(".md-search");
  const [input, list, status, more, kinds] = [".md-search__input", ".md-search-result__list",
    ".md-search-result__meta", ".pl-search__more", ".pl-search__kinds"].map((name) => box.querySelector(name));
  let finder = null; // promise of { search, line }
  let latest = Promise.resolve(); // the search under way
  let number = 0; // of the newest search: an older one that comes late is thrown away
  let next = null; // brings further results
  let shown = 0;
  let active = -1;
  let timer = 0;

  function load() {
    finder ??= import(new URL("find.js", import.meta.url))
      .then(async (find) => ({ search: await find.open(root), line: find.line }))
      .catch((error) => { finder = null; throw error; });
    return finder;
  }

  const setOpen = (open) => { if (toggle.checked !== open) toggle.click(); };
  const options = () => [...list.children];
  const kind = () => kinds.querySelector("[aria-pressed=true]").value;

  function choose(index) {
    const all = options();
    active = all.length ? (index + all.length) % all.length : -1;
    all.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }
  }

  function clear(words) {
    list.replaceChildren();
    next = null;
    shown = 0;
    more.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
    status.textContent = words;
  }

  async function run() {
    clearTimeout(timer);
    const mine = ++number;
    const query = input.value.trim();
    if (!query) return clear(status.dataset.empty);
    if (!list.children.length) status.textContent = status.dataset.busy;
    try {
      const { search, line } = await load();
      const found = await search(query, kind());
      const pages = await found.next();
      if (mine !== number) return undefined;
      clear(found.count ? `找到 ${found.count} 条结果` : `没有找到“${query}”，换一个词试试`);
      box.querySelector(".md-search__scrollwrap").scrollTop = 0;
      const show = (some) => {
        list.append(...some.map((page) => option(page, line(page, query), query, `pl-found-${shown++}`)));
        more.hidden = shown >= found.count;
      };
      show(pages);
      next = async () => { const some = await found.next(); if (mine === number) show(some); };
      input.setAttribute("aria-expanded", String(pages.length > 0));
    } catch (error) {
      console.error(error);
      if (mine === number) clear(status.dataset.failed);
    }
    return undefined;
  }

  const search = () => { latest = run(); };
  const soon = () => { clearTimeout(timer); timer = setTimeout(search, PAUSE); };

  async function go() {
    if (!shown || timer) search();
    await latest;
    (options()[active] ?? list.firstElementChild)?.querySelector("a").click();
  }

  toggle.addEventListener("change", () => {
    if (!toggle.checked) return input.blur();
    load().catch(() => {}); // told when something is searched for
    input.focus();
    return undefined;
  });
  input.addEventListener("focus", () => setOpen(true));
  // While an input method composes, the box holds the keys typed, not yet the characters meant.
  input.addEventListener("input", (event) => { if (!event.isComposing) soon(); });
  input.addEventListener("compositionend", soon);
  box.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); go(); });
  box.querySelector("form").addEventListener("reset", () => { clear(status.dataset.empty); number++; input.focus(); });
  list.addEventListener("click", (event) => { if (event.target.closest("a")) setOpen(false); });
  more.addEventListener("click", () => next?.());
  kinds.addEventListener("click", (event) => {
    const chip = event.target.closest("button");
    if (!chip) return;
    for (const other of kinds.children) other.setAttribute("aria-pressed", String(other === chip));
    input.focus();
    search();
  });
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) setOpen(false);
  });

  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose(active < 0 && step < 0 ? -1 : active + step);
    else if (event.key === "Escape") setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !["/", "s", "f"].includes(event.key)) return;
    event.preventDefault();
    setOpen(true);
  });
}

/** One result: kind, title, one line. */
function option(page, line, query, id) {
  const item = make("li", "md-search-result__item", { id, role: "option", "aria-selected": "false" });
  const link = make("a", "md-search-result__link", { href: new URL(page.path, root).href, tabindex: "-1" });
  const article = make("article", "md-search-result__article md-typeset");
  const title = make("h1", "pl-search__title");
  title.append(make("span", "pl-tag pl-search__kind", {}, page.kind), " ", ...marked(page.title, query));
  article.append(title);
  if (line) {
    const about = make("p", "pl-search__line");
    about.append(...marked(line, query));
    article.append(about);
  }
  link.append(article);
  item.append(link);
  return item;
}

function make(name, classes, attributes = {}, text = "") {
  const node = document.createElement(name);
  node.className = classes;
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.textContent = text;
  return node;
}

/** A text with the words of the query marked. */
function marked(text, query) {
  const words = query.normalize("NFKC").split(/\s+/).filter(Boolean).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return text.split(new RegExp(`(${words.join("|")})`, "i")).map((part, i) => (i % 2 ? make("mark", "", {}, part) : part));
}
