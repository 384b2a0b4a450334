/* Lists that are filtered and sorted. The form (templates/_filter.html) stands in the page unseen, so without JavaScript
   there is none; this script reads the rows once, fills the form, and keeps what is chosen in the address. Pages
   with such a form load it. A classic script, no module: it works in a page opened from a folder, too. */
(() => {
  const form = document.querySelector("form.pl-filter");
  const tables = form ? [...document.querySelectorAll("table[data-list]")] : [];
  if (!tables.length) return;

  // -- what needs no page

  const collator = new Intl.Collator("zh", { numeric: true });
  const plain = (text) => text.normalize("NFKC").toLowerCase();

  /** A printed figure as it is sorted: by its unit first, then by its number; words come by themselves. */
  function figure(text) {
    const first = text.split("；")[0] // of several targets the first: no period, no remark, of a range the lower end
      .replace(/^\d{4}(—\d{4})? 年\S*( [\d—]+ 月\S*)? /, "")
      .replace(/（[^（]*）$/, "").replace(/%?—\d+(\.\d+)?/, "").replace(/ ?左右$/, "");
    const found = /(-?\d+(?:\.\d+)?)\s*[余多]?\s*(.*)$/.exec(first);
    return found ? { unit: found[2], number: Number(found[1]) } : { unit: text, number: 0 };
  }

  const byNumber = (a, b) => a - b;
  const byText = (a, b) => collator.compare(a, b);
  const byFigure = (a, b) => collator.compare(a.unit, b.unit) || a.number - b.number;

  /** Rows in the order of their keys: those without a value last either way, equal ones as they stood. */
  function ordered(entries, compare, down) {
    const way = down ? -1 : 1;
    return entries.sort((a, b) => {
      if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.at - b.at;
      return way * compare(a.key, b.key) || a.at - b.at;
    });
  }

  /** Whether a row is what is wanted, as a question to each row; a role is that of the wanted unit, or of any. */
  function wantedBy({ q = "", unit, role, ...want }) {
    const single = SINGLE.filter((name) => want[name]);
    const words = plain(q).split(/\s+/);
    const has = ([one, its]) => (!unit || one === unit) && (!role || its === role);
    return (row) => single.every((name) => row[name] === want[name])
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

  const SINGLE = ["plan", "area", "nature", "state", "kind"]; // a row has one of each, or none
  const ROLES = { lead: "牵头", support: "配合", leads: "牵头", supports: "配合", others: "参与、指导、考核", through: "经统称涉及" };
  const KEYS = {
    name: [byText, (cell) => cell.querySelector("a")?.textContent],
    via: [byText, said],
    role: [byText, said],
    lead: [byText, said],
    support: [byText, said],
    target: [byFigure, (cell) => said(cell) && figure(said(cell))],
    result: [byFigure, (cell) => said(cell) && figure(said(cell))],
    state: [byNumber, (cell) => rank.get(stateIn(cell))],
    share: [byNumber, (cell) => /[\d.]+/.exec(cell.querySelector(".pl-share")?.textContent)?.[0]],
    leads: [byNumber, said],
    supports: [byNumber, said],
    others: [byNumber, said],
    through: [byNumber, said],
  };
  const MOST_FIRST = ["share", "leads", "supports", "others", "through"]; // what a first click puts on top
  const control = (name) => form.elements.namedItem(name);
  const find = (name) => form.querySelector(name);
  const rank = new Map([...(control("state")?.options ?? [])].slice(1).map((option, i) => [option.value, i]));
  const plans = new Map([...form.querySelectorAll("optgroup option")].map((o) => [o.value, o.parentElement.dataset.plan]));

  /** The words of a cell; empty where it says that there is nothing. */
  function said(cell) {
    const text = cell.textContent.trim().replaceAll("\u00a0", " ");
    return text === "—" || cell.querySelector(".pl-none") ? "" : text;
  }

  function stateIn(cell) {
    return cell.querySelector(".pl-state")?.lastChild.textContent.trim() ?? "";
  }

  /** A table with its columns and the nodes that go when it has no row left: from its heading to the next. */
  function groupOf(table) {
    const columns = [...table.tHead.rows[0].cells].map((th) => ({
      th, label: th.textContent.trim(), keys: th.dataset.sort?.split(" ") ?? [],
    }));
    let heading = table;
    while (heading && !/^H[23]$/.test(heading.tagName)) heading = heading.previousElementSibling;
    const nodes = [heading ?? table];
    for (let node = nodes[0].nextElementSibling; heading && node; node = node.nextElementSibling) {
      if (node.tagName === heading.tagName || node.matches("h2, .pl-record")) break;
      nodes.push(node);
    }
    return { table, columns, nodes, title: heading?.textContent.trim() ?? "", shown: true, rows: [] };
  }

  /** A row with all that it is filtered by. */
  function rowOf(tr, group, at) {
    const units = [];
    let state = "";
    group.columns.forEach(({ keys: [key] }, i) => {
      if (key === "state") state = stateIn(tr.cells[i]);
      if (!ROLES[key]) return;
      for (const link of tr.cells[i].querySelectorAll("a")) {
        const role = link.closest("[data-role]")?.dataset.role ?? ROLES[key];
        units.push([link.pathname.split("/").at(-2), role, link.textContent]);
      }
      if (Number(tr.cells[i].textContent)) units.push(["", ROLES[key], ""]);
    });
    const { area = "", nature = "" } = tr.dataset;
    const plan = plans.get(area) ?? "";
    const kind = group.table.dataset.list;
    return { tr, group, at, units, state, area, plan, nature, kind, text: plain(tr.textContent) };
  }

  const groups = tables.map(groupOf);
  for (const group of groups) group.rows = [...group.table.tBodies[0].rows].map((tr, at) => rowOf(tr, group, at));
  const rows = groups.flatMap((group) => group.rows);

  // -- the form

  const add = (select, value, text) => select.append(new Option(text, value));

  /** A choice has the values that rows have, and is there when there are two. What the address asks for stays, too:
      that no row is so any more must be seen. */
  function offer(name, found) {
    const select = control(name);
    if (!select) return;
    const wish = asked.get(name);
    if (wish && !found.has(wish)) found.set(wish, wish);
    const known = new Set([...select.options].map((option) => option.value));
    for (const [value, text] of found) if (value && !known.has(value)) add(select, value, text);
    for (const option of [...select.options]) if (option.value && !found.has(option.value)) option.remove();
    for (const part of select.querySelectorAll("optgroup")) if (!part.children.length) part.remove();
    select.parentElement.hidden = select.options.length < 3 && !wish;
  }

  function fill() {
    for (const name of SINGLE) offer(name, new Map(rows.map((row) => [row[name], row[name]])));
    const pairs = rows.flatMap((row) => row.units);
    offer("unit", new Map([...new Map(pairs.map(([id, , text]) => [id, text]))].sort((a, b) => byText(a[1], b[1]))));
    offer("role", new Map(pairs.map(([, role]) => [role, role])));
    for (const { th, label, keys } of groups.flatMap((group) => group.columns)) if (keys.length) head(th, label, keys);
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

  // -- what is done

  let sorted = "";

  function show(want) {
    const fits = wantedBy(want);
    let count = 0;
    for (const group of groups) {
      let own = 0;
      for (const row of group.rows) {
        const hidden = !fits(row);
        if (row.tr.hidden !== hidden) row.tr.hidden = hidden;
        if (!hidden) own++;
      }
      if (group.shown !== own > 0) {
        group.shown = own > 0;
        for (const node of group.nodes) node.hidden = !own;
      }
      count += own;
    }
    return count;
  }

  function arrange(sort) {
    if (sort === sorted) return;
    sorted = sort;
    const down = sort.startsWith("-");
    const key = down ? sort.slice(1) : sort;
    for (const { table, columns, rows: own } of groups) {
      const column = columns.findIndex(({ keys }) => keys.includes(key));
      const [compare, read] = KEYS[column < 0 ? "" : key] ?? [byNumber, () => null];
      const keyed = own.map((row) => {
        const value = column < 0 ? null : read(row.tr.cells[column]) ?? "";
        return { key: value === "" ? null : value, at: row.at, tr: row.tr };
      });
      const all = document.createDocumentFragment();
      for (const { tr } of ordered(keyed, compare, down)) all.append(tr);
      table.tBodies[0].append(all);
      columns.forEach(({ th, keys }, i) => {
        if (i === column) th.setAttribute("aria-sort", down ? "descending" : "ascending");
        else th.removeAttribute("aria-sort");
        for (const button of th.querySelectorAll(".pl-sort")) button.classList.toggle("pl-sort--on", button.value === key);
      });
    }
  }

  /** Why nothing is left: what each condition keeps away from the others. */
  function explain(want) {
    const items = [];
    for (const [name, value] of Object.entries(want)) {
      if (!value || name === "sort") continue;
      const left = rows.filter(wantedBy({ ...want, [name]: "" })).length;
      const choice = control(name);
      const words = `${choice.parentElement.dataset.label}：${choice.selectedOptions?.[0].text ?? value}`;
      if (left) items.push(way(`去掉“${words}”，有 ${left} 条`, () => { choice.value = ""; choice.focus(); }));
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
    const count = show(want);
    arrange(want.sort);
    find("[role=status]").textContent = `显示 ${count} / ${rows.length} 条`;
    find(".pl-filter__reset").hidden = !Object.values(want).some(Boolean);
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
    for (const node of copy.querySelectorAll("[aria-hidden], .pl-locator")) node.remove();
    for (const node of copy.querySelectorAll(".pl-about")) node.prepend(" ");
    const text = copy.textContent.replace(/\s+/g, " ").trim();
    return text === "—" ? "" : text;
  }

  /** The rows that are shown, in their order: the columns of all tables, then where each row belongs. */
  function lines() {
    const labels = [...new Set(groups.filter((g) => g.shown).flatMap((g) => g.columns.map((c) => c.label)))];
    const text = (name, value) => [...(control(name)?.options ?? [])].find((o) => o.value && o.value === value)?.text ?? "";
    const base = document.querySelector("link[rel=canonical]")?.href ?? location.href;
    const more = { 条款位置: (row) => row.tr.querySelector(".pl-locator")?.textContent ?? "", 性质: (row) => row.nature,
      规划: (row) => text("plan", row.plan), 领域: (row) => text("area", row.area) };
    const shown = groups.flatMap((group) => {
      const place = new Map(group.rows.map((row) => [row.tr, row]));
      return [...group.table.tBodies[0].rows].filter((tr) => !tr.hidden).map((tr) => place.get(tr));
    });
    const extra = Object.keys(more).filter((name) => shown.some((row) => more[name](row)));
    const body = shown.map((row) => {
      const cells = new Map(row.group.columns.map(({ label }, i) => [label, words(row.tr.cells[i])]));
      const link = new URL(row.tr.querySelector("a").getAttribute("href"), base).href;
      return [...labels.map((label) => cells.get(label) ?? ""), row.group.title, ...extra.map((n) => more[n](row)), link];
    });
    return [[...labels, "所在列表", ...extra, "网址"], ...body];
  }

  function download() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv(lines())], { type: "text/csv;charset=utf-8" }));
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
  form.hidden = false;
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
