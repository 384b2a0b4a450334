/* Lists that are filtered, grouped and sorted. The form (templates/components/filters.html) stands in the page unseen, so
   without JavaScript there is none; this script reads the rows, fills the form, and keeps what is chosen in the address.
   A list of several pages has a file with the rows of all of them: it is read when something is chosen, not before.
   A classic script, no module, and so is that file: they work in a page opened from a folder, too. */
(() => {
  const form = document.querySelector("form.pl-filter");
  const tables = form ? [...document.querySelectorAll("table[data-list]")] : [];
  if (!tables.length) return;

  // -- what needs no page

  const collator = new Intl.Collator("zh", { numeric: true });
  const plain = (text) => text.normalize("NFKC").toLowerCase();

  /** A printed figure as it is sorted: by its unit first, then by its number; what is said in words comes behind. */
  function figure(text) {
    const first = text.split("；")[0] // of several targets the first: no period, no remark, of a range the lower end
      .replace(/^\d{4}(—\d{4})? 年\S*( [\d—]+ 月\S*)? /, "")
      .replace(/（[^（]*）$/, "").replace(/%?—\d+(\.\d+)?/, "").replace(/ ?左右$/, "");
    const found = /(-?\d+(?:\.\d+)?)\s*[余多]?\s*(.*)$/.exec(first);
    return found ? { unit: found[2], number: Number(found[1]) } : { unit: text, number: 0, words: true };
  }

  const byNumber = (a, b) => a - b;
  const byText = (a, b) => collator.compare(a, b);
  const byFigure = (a, b) => collator.compare(a.unit, b.unit) || a.number - b.number;

  /** Rows in the order of their keys, equal ones as they stood: words behind numbers, rows without a value last either way. */
  function ordered(entries, compare, down) {
    const way = down ? -1 : 1;
    const last = (key) => (key === null ? 2 : Number(Boolean(key.words)));
    return entries.sort((a, b) => last(a.key) - last(b.key)
      || (a.key === null ? 0 : way * compare(a.key, b.key)) || a.at - b.at);
  }

  /** Whether a row is what is wanted, as a question to each row; a role is that of the wanted unit, or of any. */
  function wantedBy({ q = "", unit, role, state, promise, ...want }) {
    const single = SINGLE.filter((name) => want[name]);
    const words = plain(q).split(/\s+/);
    const has = ([one, its]) => (!unit || one === unit) && (!role || its === role);
    return (row) => single.every((name) => row[name] === want[name])
      && (!state || row.states.includes(state)) && (!promise || row.promises.includes(promise))
      && ((!unit && !role) || row.units.some(has))
      && words.every((word) => row.text.includes(word));
  }

  /** A cell of a CSV file. What a spreadsheet would take for a formula is marked as text; a number stays a number. */
  function csvCell(text) {
    const formula = /^[=+\-@＝＋－＠\t\r]/.test(text) && !/^[-+]?\d+(\.\d+)?%?$/.test(text);
    const safe = formula ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }

  /** Lines as a CSV file; the mark at its head tells Excel that it is UTF-8. */
  const csv = (lines) => `\ufeff${lines.map((line) => `${line.map(csvCell).join(",")}\r\n`).join("")}`;

  /** An address with what is chosen in place of what was; what else it says stays. */
  function address(search, want) {
    const params = new URLSearchParams(search);
    for (const [name, value] of Object.entries(want)) value ? params.set(name, value) : params.delete(name);
    const text = params.toString();
    return text && `?${text}`;
  }

  // -- what a page says

  const MOST = 100; // rows that are shown at once; the others at a click
  const SINGLE = ["plan", "area", "nature", "kind"]; // a row has one of each, or none
  const ROLES = { lead: "牵头", support: "配合", leads: "牵头", supports: "配合", others: "参与、指导、考核", through: "经统称涉及" };
  const KEYS = {
    name: [byText, (cell) => (cell.querySelector("a") ?? cell).textContent],
    lead: [byText, said],
    support: [byText, said],
    target: [byFigure, (cell) => said(cell) && figure(said(cell))],
    result: [byFigure, (cell) => said(cell) && figure(said(cell))],
    total: [byFigure, (cell) => said(cell) && figure(said(cell))],
    year: [byFigure, (cell) => said(cell) && figure(said(cell))],
    state: [byNumber, (cell) => rank.get(statesIn(cell)[0])],
    share: [byNumber, (cell) => /[\d.]+/.exec(cell.querySelector(".pl-share")?.textContent)?.[0]],
    leads: [byNumber, said],
    targets: [byNumber, said],
    disclosed: [byNumber, said],
    supports: [byNumber, said],
    others: [byNumber, said],
    through: [byNumber, said],
  };
  const MOST_FIRST = ["share", "leads", "targets", "disclosed", "supports", "others", "through", "total", "year"]; // what a first click puts on top
  const NOBODY = "没有写明";
  const control = (name) => form.elements.namedItem(name);
  const find = (name) => form.querySelector(name);
  const TOLD = "已披露"; // a result without a target: no state
  const rank = new Map([...(control("state")?.options ?? [])].slice(1).map((option, i) => [option.value, i]));
  rank.delete(TOLD);
  const areas = new Map([...form.querySelectorAll("optgroup option")].map((o) => [o.value, o]));
  const planOf = (area) => areas.get(area)?.parentElement.dataset.plan ?? "";

  /** The words of a cell; empty where it says that there is nothing. */
  function said(cell) {
    const text = cell.textContent.trim().replaceAll("\u00a0", " ");
    return text === "—" || cell.querySelector(".pl-none") ? "" : text;
  }

  /** The states that a cell names, each once; behind it may stand how many are in it. */
  const statesIn = (cell) => [...cell.querySelectorAll(".pl-state")].map((one) => one.lastChild.textContent.trim().split(" ")[0]);

  /** A table with its columns and rows, and the nodes that go when it has no row left: from its heading to the next. */
  function listOf(table) {
    const columns = [...table.tHead.rows[0].cells].map((th) => ({
      th, label: th.textContent.trim(), keys: th.dataset.sort?.split(" ") ?? [],
    }));
    let heading = table;
    while (heading && !/^H[23]$/.test(heading.tagName)) heading = heading.previousElementSibling;
    const alone = tables.length === 1; // the page is about nothing else
    const nodes = alone ? [table] : [heading ?? table];
    for (let node = nodes[0].nextElementSibling; !alone && heading && node; node = node.nextElementSibling) {
      if (node.tagName === heading.tagName || node.matches("h2, .pl-record")) break;
      nodes.push(node);
    }
    const list = { table, columns, nodes, title: alone ? "" : heading?.textContent.trim() ?? "", own: [...table.tBodies] };
    list.rows = rowsOf(list, list.own);
    return list;
  }

  /** All rows of some parts of a table. A part is headed by what its rows have in common, or by nothing. */
  function rowsOf(list, parts) {
    const rows = [];
    for (const part of parts) {
      const head = part.rows[0]?.matches(".pl-rows__group") ? part.rows[0] : null;
      const above = part.dataset.plan ? `${part.dataset.plan}：` : "";
      const title = head ? above + headOf(head) : list.title;
      for (const tr of [...part.rows]) if (tr !== head) rows.push(rowOf(tr, list, title, rows.length));
    }
    return rows;
  }

  /** What heads a part: its title without the plan above it and the number of its rows. */
  function headOf(head) {
    const copy = head.cells[0].cloneNode(true);
    for (const node of copy.querySelectorAll(".pl-about, .pl-locator")) node.remove();
    return copy.textContent.replace("（续）", "").trim();
  }

  /** A row with all that it is filtered and grouped by. */
  function rowOf(tr, list, part, at) {
    const units = [];
    let states = [];
    list.columns.forEach(({ keys: [key] }, i) => {
      if (key === "state") states = statesIn(tr.cells[i]);
      if (!ROLES[key]) return;
      for (const link of tr.cells[i].querySelectorAll("a")) {
        const role = link.closest("[data-role]")?.dataset.role ?? ROLES[key];
        units.push([link.getAttribute("href").split("/").at(-2), role, link.textContent]);
      }
      if (Number(tr.cells[i].textContent)) units.push(["", ROLES[key], ""]);
    });
    const { area = "", nature = "", kind = "", disclosed = "", promise = "" } = tr.dataset;
    const promises = promise.split(" ");
    const text = plain(tr.textContent);
    return { tr, home: tr.parentElement, list, part, at, units, states, promises, area, plan: planOf(area), nature, kind, disclosed, text };
  }

  const lists = tables.map(listOf);
  const [only] = lists; // what stands alone on its page
  const which = document.querySelector(".pl-pages__which"); // rows of how many
  const file = only.table.dataset.rows ?? ""; // of a list with several pages
  let rows = lists.flatMap((list) => list.rows);
  const total = Number(only.table.dataset.total ?? rows.length);
  const unit = only.table.dataset.unit ?? "条"; // how rows are counted
  let whole = !file; // whether all rows are here
  let failed = false; // and whether the others could not be had

  // -- the form

  const add = (select, value, text) => select.append(new Option(text, value));

  /** A choice has the values that rows have, and is there when there are two. What the address asks for stays, too:
      that no row is so any more must be seen. Of a list with several pages the page itself names the values. */
  function offer(name, found) {
    const select = control(name);
    if (!select) return;
    const wish = asked.get(name);
    if (file) for (const option of select.options) found.set(option.value, option.text);
    if (wish && !found.has(wish)) found.set(wish, wish);
    const known = new Set([...select.options].map((option) => option.value));
    for (const [value, text] of found) if (value && !known.has(value)) add(select, value, text);
    for (const option of [...select.options]) if (option.value && !found.has(option.value)) option.remove();
    for (const part of select.querySelectorAll("optgroup")) if (!part.children.length) part.remove();
    select.parentElement.hidden = select.options.length < 3 && !wish;
  }

  function fill() {
    for (const name of SINGLE) offer(name, new Map(rows.map((row) => [row[name], row[name]])));
    offer("promise", new Map(rows.flatMap((row) => row.promises).map((promise) => [promise, promise])));
    offer("state", new Map(rows.flatMap((row) => row.states).map((state) => [state, state])));
    const pairs = rows.flatMap((row) => row.units);
    offer("unit", new Map([...new Map(pairs.map(([id, , text]) => [id, text]))].sort((a, b) => byText(a[1], b[1]))));
    offer("role", new Map(pairs.map(([, role]) => [role, role])));
    for (const { th, label, keys } of lists.flatMap((list) => list.columns)) if (keys.length) head(th, label, keys);
    for (const label of form.querySelectorAll("label")) label.dataset.label = label.firstChild.textContent;
  }

  /** Buttons in the head of a column, and the same choices in the form: on a phone there are no heads. */
  function head(th, label, keys) {
    const words = keys.map((key) => (key === "share" ? "份额" : label));
    const word = th.querySelector(".pl-word");
    if (word) {
      word.setAttribute("aria-label", `“${word.textContent}”的意思`);
      word.textContent = "?";
    }
    const name = Object.assign(document.createElement("span"), { className: "pl-sort__name", textContent: label });
    th.replaceChildren(name, ...keys.map((key, i) => {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "pl-sort", textContent: words[i], value: key });
      button.addEventListener("click", () => { control("sort").value = nextSort(key); apply(); });
      return button;
    }), ...(word ? [word] : []));
    const known = [...control("sort").options].map((option) => option.value);
    keys.forEach((key, i) => {
      if (known.includes(key)) return;
      add(control("sort"), key, `${words[i]}，升序`);
      add(control("sort"), `-${key}`, `${words[i]}，降序`);
    });
  }

  /** One way, the other, as it was. */
  function nextSort(key) {
    const ways = MOST_FIRST.includes(key) ? [`-${key}`, key, ""] : [key, `-${key}`, ""];
    return ways[(ways.indexOf(sorted) + 1) % 3];
  }

  const asked = new URLSearchParams(location.search);
  const chosen = () => Object.fromEntries([...form.elements].filter((c) => c.name).map((c) => [c.name, c.value.trim()]));
  const some = (want) => Object.values(want).some(Boolean);

  // -- all rows of a list with several pages

  let waiting = null; // what is done when they are here

  /** Reads the file with all rows, then goes on. Where it cannot be had, the rows of this page are all there is. */
  function load(then) {
    const begun = waiting;
    waiting = then;
    if (begun) return;
    const script = document.createElement("script");
    const done = (ok) => {
      failed = !ok;
      if (ok) {
        const body = document.createElement("template");
        body.innerHTML = `<table>${globalThis.ledgerRows.replaceAll('href="', `href="${only.table.dataset.root}`)}</table>`;
        rows = rowsOf(only, [...body.content.firstChild.tBodies]);
        delete globalThis.ledgerRows;
      }
      whole = true;
      waiting();
    };
    script.addEventListener("load", () => done(typeof globalThis.ledgerRows === "string"));
    script.addEventListener("error", () => done(false));
    script.src = file;
    document.head.append(script);
    find("[role=status]").textContent = "正在取全部各条……";
  }

  // -- what is done

  let sorted = "";
  let shown = []; // the rows that fit, in their order
  let most = MOST;

  /** Rows as they are sorted. */
  function arranged(list, own, sort) {
    const down = sort.startsWith("-");
    const key = down ? sort.slice(1) : sort;
    const column = list.columns.findIndex(({ keys }) => keys.includes(key));
    list.columns.forEach(({ th }, i) => {
      if (i === column) th.setAttribute("aria-sort", down ? "descending" : "ascending");
      else th.removeAttribute("aria-sort");
      for (const button of th.querySelectorAll(".pl-sort")) button.classList.toggle("pl-sort--on", button.value === key);
    });
    if (column < 0) return own;
    const [compare, read] = KEYS[key];
    return ordered(own.map((row) => {
      const value = read(row.tr.cells[column]) ?? "";
      return { key: value === "" ? null : value, at: row.at, row };
    }), compare, down).map(({ row }) => row);
  }

  /** What a row stands under when the list is grouped: the titles, and how these are sorted. */
  function titlesOf(row, by) {
    if (by === "area" && row.area) {
      const option = areas.get(row.area);
      const plan = control("plan").options.length > 2 ? `${option.parentElement.label}：` : "";
      return [[plan + option.text, option.index]];
    }
    if (by === "plan" && row.plan) return [[areas.get(row.area).parentElement.label, areas.get(row.area).index]];
    if (by === "lead") return row.units.filter(([, role]) => role === "牵头").map(([, , text]) => [text, text]);
    if (by === "state") return row.states.slice(0, 1).map((state) => [state, rank.get(state) ?? 99]);
    if (by === "disclosed") return [[row.disclosed, row.disclosed === TOLD ? 0 : 1]];
    return row[by] ? [[row[by], row[by]]] : [];
  }

  /** Rows under their titles. A row that several units lead stands under each. Without a choice the parts are those of
      the page; whoever sorts without grouping sorts all rows. */
  function grouped(own, { group, sort }) {
    const parts = new Map();
    const put = (title, row, order) => {
      if (!parts.has(title)) parts.set(title, { title, order, rows: [] });
      parts.get(title).rows.push(row);
    };
    if (!group) {
      for (const row of own) put(sort ? "" : row.part, row);
      return [...parts.values()];
    }
    for (const row of own) {
      const titles = titlesOf(row, group);
      if (!titles.length) put(NOBODY, row, null);
      for (const [title, order] of titles) put(title, row, order);
    }
    const compare = (a, b) => (typeof a === "number" ? a - b : byText(a, b));
    return [...parts.values()].sort((a, b) => (a.order === null) - (b.order === null) || compare(a.order, b.order));
  }

  /** A part of a table with its head. A row that stands in a part before already comes as a copy. */
  function partOf({ title, rows: own }, list, left, used) {
    const part = document.createElement("tbody");
    if (title && title !== list.title) {
      const cell = Object.assign(document.createElement("th"), { scope: "rowgroup", colSpan: list.columns.length });
      const number = Object.assign(document.createElement("span"), { className: "pl-about", textContent: `${own.length} ${unit}` });
      cell.append(`${title} `, number);
      part.insertRow().append(cell);
      part.rows[0].className = "pl-rows__group";
    }
    for (const { tr } of own.slice(0, left)) {
      part.append(used.has(tr) ? tr.cloneNode(true) : tr);
      used.add(tr);
    }
    return part;
  }

  /** Show what is wanted; a page where nothing is chosen is as it came. */
  function show(want) {
    const fits = wantedBy(want);
    const asItCame = !some(want);
    shown = [];
    for (const list of lists) {
      const fitting = rows.filter((row) => row.list === list && fits(row));
      const parts = grouped(arranged(list, fitting, want.sort), want);
      for (const part of parts) shown.push(...part.rows);
      const own = parts.length;
      let left = tables.length > 1 ? Infinity : most;
      const used = new Set();
      const bodies = asItCame ? list.own : parts.map((part) => {
        const body = partOf(part, list, left, used);
        left = Math.max(0, left - part.rows.length);
        return body;
      }).filter((body) => body.rows.length > 1 || body.querySelector("td"));
      for (const body of [...list.table.tBodies]) body.remove();
      if (asItCame) for (const row of list.rows) row.home.append(row.tr);
      list.table.append(...bodies);
      for (const node of list.nodes) node.hidden = !own;
    }
    for (const node of document.querySelectorAll(".pl-pages")) node.hidden = !asItCame;
    const rest = asItCame || tables.length > 1 ? 0 : Math.max(0, shown.length - most);
    more.hidden = !rest;
    more.textContent = `再显示 ${Math.min(rest, MOST)} ${unit}（还有 ${rest} ${unit}）`;
  }

  const more = Object.assign(document.createElement("button"), { type: "button", className: "pl-pages__more", hidden: true });
  more.addEventListener("click", () => { most += MOST; show(chosen()); });
  if (tables.length === 1) only.table.after(more);

  /** Why nothing is left: what each condition keeps away from the others. */
  function explain(want) {
    const items = [];
    for (const [name, value] of Object.entries(want)) {
      if (!value || name === "sort" || name === "group") continue;
      const left = rows.filter(wantedBy({ ...want, [name]: "" })).length;
      const choice = control(name);
      const words = `${choice.parentElement.dataset.label}：${choice.selectedOptions?.[0].text ?? value}`;
      if (left) items.push(way(`去掉“${words}”，有 ${left} ${unit}`, () => { choice.value = ""; choice.focus(); }));
    }
    items.push(way(find(".pl-filter__reset").textContent, clear));
    find(".pl-filter__empty ul").replaceChildren(...items);
  }

  /** A button that leads out of an empty list. */
  function way(text, change) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: text });
    button.addEventListener("click", () => { change(); apply(); });
    const item = document.createElement("li");
    item.append(button);
    return item;
  }

  function clear() {
    form.reset();
    narrow();
    control("q").focus();
  }

  function apply() {
    const want = chosen();
    if (some(want) && !whole) { load(apply); return; }
    most = MOST;
    sorted = want.sort;
    show(want);
    const count = new Set(shown).size; // grouped by who leads, a row may stand there twice
    const all = some(want) ? rows.length : total;
    find("[role=status]").textContent = file && !some(want) ? which.textContent : `显示 ${count} / ${all} ${unit}`;
    if (failed) find("[role=status]").append("（没有取到其余各页，只在这一页里找）");
    find(".pl-filter__reset").hidden = !some(want);
    find(".pl-filter__csv").disabled = !count;
    find(".pl-filter__empty").hidden = count > 0;
    if (!count) explain(want);
    const { pathname, search, hash } = location;
    try { history.replaceState(history.state, "", pathname + address(search, want) + hash); } catch { /* too often */ }
  }

  /** Only areas of the chosen plan. */
  function narrow() {
    const plan = control("plan")?.value;
    if (plan === undefined) return;
    for (const part of control("area").querySelectorAll("optgroup")) {
      part.disabled = part.hidden = Boolean(plan) && part.dataset.plan !== plan;
    }
  }

  /** Another plan was chosen: an area of the one before goes with it. An address that asks for both is taken at its word. */
  function changePlan() {
    narrow();
    if (control("area").selectedOptions[0]?.parentElement.disabled) control("area").value = "";
  }

  function restore() {
    for (const [name, value] of asked) if (control(name)) control(name).value = value;
    if (control("sort").selectedIndex < 0) control("sort").value = ""; // no column to sort by
  }

  // -- the file

  /** A cell for reading elsewhere: without signs and pictures. */
  function words(cell) {
    const copy = cell.cloneNode(true);
    for (const node of copy.querySelectorAll("[aria-hidden], .pl-locator, .pl-clue")) node.remove();
    for (const node of copy.querySelectorAll(".pl-about")) node.prepend(" ");
    const text = copy.textContent.replace(/\s+/g, " ").trim();
    return text === "—" ? "" : text;
  }

  /** Rows in their order: the columns of all tables, then where each row belongs. */
  function lines(own) {
    const labels = [...new Set(lists.filter((list) => own.some((row) => row.list === list))
      .flatMap((list) => list.columns.map(({ label }) => label)))];
    const text = (name, value) => [...(control(name)?.options ?? [])].find((o) => o.value && o.value === value)?.text ?? "";
    const base = document.querySelector("link[rel=canonical]")?.href ?? location.href;
    const more = { 条款位置: (row) => row.tr.querySelector("th .pl-locator")?.textContent ?? "", 性质: (row) => row.nature,
      规划: (row) => text("plan", row.plan), 领域: (row) => text("area", row.area) };
    const extra = Object.keys(more).filter((name) => own.some((row) => more[name](row)));
    const body = own.map((row) => {
      const cells = new Map(row.list.columns.map(({ label }, i) => [label, words(row.tr.cells[i])]));
      const link = row.tr.querySelector("th a")?.getAttribute("href") ?? `#${row.tr.id}`;
      return [...labels.map((label) => cells.get(label) ?? ""), row.part, ...extra.map((n) => more[n](row)), new URL(link, base).href];
    });
    return [[...labels, "所在列表", ...extra, "网址"], ...body];
  }

  function download() {
    if (!whole) { load(() => { apply(); download(); }); return; }
    const own = some(chosen()) ? [...new Set(shown)] : rows;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv(lines(own))], { type: "text/csv;charset=utf-8" }));
    link.download = `${document.querySelector("h1").textContent.trim()}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  // -- beginning

  let timer = 0;
  const PAUSE = 120; // ms without a key before the rows are gone through
  const soon = () => { clearTimeout(timer); timer = setTimeout(apply, PAUSE); };
  fill();
  restore();
  narrow();
  const wide = matchMedia("(min-width: 45em)"); // where choices are not folded
  const unfold = () => { find("details").open = wide.matches || Object.entries(chosen()).some(([name, value]) => name !== "q" && value); };
  unfold();
  wide.addEventListener("change", unfold);
  form.hidden = false;
  if (which) which.hidden = true; // the form says it
  apply();
  form.addEventListener("submit", (event) => { event.preventDefault(); apply(); });
  form.addEventListener("change", (event) => {
    if (event.target.name === "plan") changePlan();
    clearTimeout(timer);
    apply();
  });
  // While an input method composes, the field holds the keys typed, not yet the characters meant.
  control("q").addEventListener("input", (event) => { if (!event.isComposing) soon(); });
  control("q").addEventListener("compositionend", soon);
  find(".pl-filter__reset").addEventListener("click", () => { clear(); apply(); });
  find(".pl-filter__csv").addEventListener("click", download);
  globalThis.ledgerLists = { figure, byFigure, byText, ordered, csv, address }; // for tests
})();
