/* The page of results: what is searched for stands in the address (?q=…&kind=…), so that it can be sent and gone back
   to. Loaded by search.js, which hands over what the boxes use, too. */

const AT_ONCE = 12; // results of a list that are looked at together
const OF_EACH = 6; // results of each kind that are looked at where all are shown: each is a file
const BEST = 3; // results that stand before those by kind
const IN_GROUP = 3; // results of a kind that are shown beside those of others
const FEW = 4; // a query that finds fewer is offered what has some of its words
const LIKE = 5; // of that

export function start({ root, load, make, marked }) {
  const [form, results, help] = ["pl-page-search", "pl-results", "pl-search-help"].map((id) => document.getElementById(id));
  const input = form.elements.q;
  const status = results.querySelector("[role=status]");
  const nav = results.querySelector("nav");
  const list = results.querySelector(".pl-results__list");
  const more = results.querySelector(".pl-results__more");
  const chips = [...results.querySelectorAll("[data-kind]")];
  const title = document.title;
  let number = 0; // of the newest search: an older one that comes late is thrown away
  let kinds = null; // promise of: id → kind
  let next; // brings further results of one kind

  const wanted = () => {
    const { searchParams } = new URL(location.href);
    return { query: (searchParams.get("q") ?? "").trim(), kind: searchParams.get("kind") ?? "" };
  };

  function address(query, kind) {
    const parameters = new URLSearchParams({ q: query });
    if (kind) parameters.set("kind", kind);
    return `?${parameters}`;
  }

  function go(query, kind) {
    if (address(query, kind) !== location.search) history.pushState(null, "", address(query, kind));
    return show();
  }

  /** Which kind each page of the index is of: asked once, so that the results of all kinds can be counted. */
  function allKinds(search) {
    kinds ??= Promise.all(chips.filter((chip) => chip.dataset.kind).map(async ({ dataset: { kind } }) =>
      (await search.ofKind(kind)).map((found) => [found.id, kind])))
      .then((pairs) => new Map(pairs.flat()))
      .catch((error) => { kinds = null; throw error; });
    return kinds;
  }

  async function show() {
    const mine = ++number;
    const { query, kind } = wanted();
    input.value = query;
    document.title = query ? `${query} - ${title}` : title;
    results.hidden = !query;
    help.hidden = false;
    list.replaceChildren();
    more.hidden = true;
    if (!query) return;
    status.textContent = status.dataset.busy;
    results.setAttribute("aria-busy", "true");
    try {
      const find = await load();
      const [{ found, like }, kindOf] = [await find.search(query), await allKinds(find.search)];
      const byKind = grouped(found, (f) => kindOf.get(f.id));
      const own = kind ? byKind.get(kind) ?? [] : found;
      const nodes = await (kind || byKind.size < 2 || found.length <= OF_EACH
        ? one(find, own, query, mine) : all(find, found, byKind, query));
      const alike = found.length < FEW ? await find.search.bring(like.slice(0, LIKE), query) : [];
      if (mine !== number) return;
      count(byKind, found.length, query, kind);
      say(own.length, found.length, alike.length, query, kind);
      help.hidden = own.length > 0;
      list.append(...nodes);
      if (alike.length) {
        list.append(section("like", ["只含其中一部分的"], alike.map((page) => hit(find, page, query, "h3", true))));
      }
      await restore(mine);
    } catch (error) {
      console.error(error);
      if (mine === number) status.textContent = status.dataset.failed;
    } finally {
      if (mine === number) results.setAttribute("aria-busy", "false");
    }
  }

  /** Chips with their numbers; a kind without results is not offered, unless it was asked for. */
  function count(byKind, total, query, kind) {
    nav.hidden = !total;
    for (const chip of chips) {
      const own = chip.dataset.kind;
      const of = own ? byKind.get(own)?.length ?? 0 : total;
      chip.href = address(query, own);
      chip.lastElementChild.textContent = String(of);
      chip.parentElement.hidden = !of && own !== kind;
      if (own === kind) chip.setAttribute("aria-current", "true");
      else chip.removeAttribute("aria-current");
    }
  }

  function say(own, total, alike, query, kind) {
    if (own) status.textContent = kind ? `“${query}”：${kind} ${own} 条` : `“${query}”：找到 ${total} 条结果`;
    else if (total) status.textContent = `${kind}里没有“${query}”，其他类别有 ${total} 条`;
    else status.textContent = alike ? `没有一页含“${query}”的全部内容` : `没有找到“${query}”`;
  }

  /** Results in one list, some at a time. */
  async function one(find, found, query, mine) {
    const hits = make("ol", "pl-hits");
    const mixed = !wanted().kind;
    let shown = 0;
    const bring = async () => {
      const pages = await find.search.bring(found.slice(shown, shown + AT_ONCE), query);
      if (mine !== number) return undefined;
      const items = pages.map((page) => hit(find, page, query, "h2", mixed));
      shown += pages.length;
      hits.append(...items);
      more.hidden = shown >= found.length;
      more.textContent = `更多结果（已列出 ${shown} 条，共 ${found.length} 条）`;
      return items[0];
    };
    next = async () => {
      const first = await bring();
      if (first) history.replaceState({ shown }, "");
      return first;
    };
    await bring();
    return [hits];
  }

  /** The best of all, then each kind with its first others: the kind of the best result first. */
  async function all(find, found, byKind, query) {
    const first = [found.slice(0, AT_ONCE), ...[...byKind.values()].map((own) => own.slice(0, OF_EACH))];
    const pages = await find.search.bring([...new Set(first.flat())], query);
    const best = section("best", ["最相关"], pages.splice(0, BEST).map((page) => hit(find, page, query, "h3", true)));
    const groups = [...grouped(pages, (page) => page.kind)].map(([kind, own]) => {
      const total = byKind.get(kind)?.length ?? own.length;
      const shown = own.slice(0, IN_GROUP);
      const id = `kind-${chips.findIndex((chip) => chip.dataset.kind === kind)}`;
      const heading = [`${kind} `, make("span", "pl-hits__count", {}, `共 ${total} 条`)];
      const node = section(id, heading, shown.map((page) => hit(find, page, query, "h3", false)));
      if (total > shown.length) {
        const link = { href: address(query, kind), "data-kind": kind };
        node.append(make("a", "pl-hits__more", link, `看全部 ${total} 条${kind}`));
      }
      return node;
    });
    return [best, ...groups];
  }

  function section(id, heading, items) {
    return make("section", "", { "aria-labelledby": id }, make("h2", "pl-hits__kind", { id }, ...heading),
      make("ol", "pl-hits", {}, ...items));
  }

  /** One result; its kind is told where those around it are of others. */
  function hit({ line, marks }, page, query, heading, mixed) {
    const link = make("a", "", { href: new URL(page.path, root).href }, ...marked(marks(page.title, page, query)));
    const about = line(page, query);
    const tag = mixed ? [make("span", "pl-tag pl-search__kind", {}, page.kind), " "] : [];
    const item = make("li", "", { "data-kind": page.kind }, make(heading, "pl-hits__title", {}, ...tag, link));
    if (about) item.append(make("p", "pl-hits__line", {}, ...marked(marks(about, page, query))));
    return item;
  }

  /** Whoever comes back finds as many results as there were. */
  async function restore(mine) {
    const before = history.state?.shown ?? 0;
    while (mine === number && !more.hidden && list.querySelectorAll(".pl-hits > li").length < before) await next();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (input.value.trim()) go(input.value.trim(), "");
  });
  results.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-kind]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(wanted().query, link.dataset.kind).then(() => {
      if (!results.contains(document.activeElement)) chips.find((c) => c.dataset.kind === link.dataset.kind)?.focus();
    });
  });
  more.addEventListener("click", async () => (await next())?.querySelector("a").focus());
  addEventListener("popstate", show);
  show();
}

function grouped(some, key) {
  const groups = new Map();
  for (const one of some) {
    const own = key(one);
    if (!groups.has(own)) groups.set(own, []);
    groups.get(own).push(one);
  }
  return groups;
}
