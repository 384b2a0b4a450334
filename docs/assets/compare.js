/* Draws two indicators beside each other on the page compare/. What it draws stands in one file of series; the digits are
   printed as they are there, only places are computed. The choice stands in the address. */
(() => {
  const form = document.getElementById("pl-compare");
  const shown = document.getElementById("pl-compared");
  const words = form.dataset;
  const SVG = "http://www.w3.org/2000/svg";
  const [WIDTH, TOP, PLOT, FONT] = [358, 36, 130, 13];
  const [chosen, indexed] = [[form.elements.a, form.elements.b], form.elements.index];
  let series = new Map();
  let warned = [];

  const make = (name, attributes, text) => {
    const node = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    if (text !== undefined) node.textContent = text;
    return node;
  };
  const html = (name, text = "") => Object.assign(document.createElement(name), { textContent: text });
  const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const width = (text) => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) < 256 ? 0.62 : 1.04), 0) * FONT;

  function read({ indicators, warned: pairs }) {
    warned = pairs;
    series = new Map(indicators.map(([id, name, unit, plan, points]) => [id, { id, name, unit, plan, points }]));
    for (const select of chosen) {
      const plans = new Map();
      for (const one of series.values()) plans.set(one.plan, [...plans.get(one.plan) ?? [], one]);
      const groups = [...plans].map(([plan, own]) => {
        const group = document.createElement("optgroup");
        group.label = plan;
        group.append(...own.map((one) => new Option(one.name, one.id)));
        return group;
      });
      select.append(new Option(words.choose, ""), ...groups);
    }
    const asked = new URLSearchParams(location.search);
    for (const select of chosen) select.value = series.has(asked.get(select.name)) ? asked.get(select.name) : "";
    indexed.checked = asked.get("index") === "1";
    form.hidden = false;
    for (const link of document.querySelectorAll(".pl-compare__link")) {
      const ids = new URL(link.href).searchParams;
      link.hidden = !["a", "b"].every((name) => series.has(ids.get(name)));
    }
  }

  /** Figures of whole years: a target is none, and a part of a year has its part in the label. */
  const whole = (points) => points.filter(([, value, kind, , short]) => kind !== "target" && short === value);

  /** The first year in which both have a figure above zero: no other can be 100. */
  function baseOf(two) {
    const years = two.map(({ points }) => new Map(whole(points).filter(([, value]) => Number(value) > 0)
      .map(([year, value]) => [year, Number(value)])));
    const year = [...years[0].keys()].find((one) => years[1].has(one));
    return year === undefined ? null : { year, values: years.map((own) => own.get(year)) };
  }

  function inIndex(points, base) {
    return whole(points).map(([year, value, kind]) => {
      const text = String(Math.round(Number(value) / base * 1000) / 10);
      return [year, text, kind, text, text];
    });
  }

  function drawing(one, points, years, low, high) {
    const y = (value) => TOP + (high - value) * PLOT / (high - low);
    const slot = WIDTH / years.length;
    const label = [one.name, one.unit, ...points.map(([year, , , text]) => `${filled(words.year, { year })} ${text}`)];
    const svg = make("svg", { viewBox: `0 0 ${WIDTH} ${TOP + PLOT + 26}`, role: "img", "aria-label": label.join("，") });
    for (const year of years) {
      const own = points.filter((point) => point[0] === year);
      const column = Math.min(40, slot * 0.8 / Math.max(own.length, 1));
      own.forEach(([, value, kind, text, short, from = "0"], at) => {
        const x = (years.indexOf(year) + 0.5) * slot + (at - own.length / 2) * column;
        const [top, foot] = [y(Math.max(value, from)), y(Math.min(value, from))];
        svg.append(make("rect", { class: `pl-c-${kind}`, x: x + 1, y: top, width: column - 2, height: foot - top }));
        const number = width(text) <= slot / own.length ? text : short;
        if (width(number) > slot / own.length + 4) return;
        const place = Number(value) < 0 ? foot + FONT + 2 : top - 4;
        const looks = kind === "target" ? "pl-t-target" : "pl-t-result";
        svg.append(make("text", { class: looks, x: x + column / 2, y: place }, number));
      });
      const often = Math.ceil(40 / slot);
      if ((years.length - 1 - years.indexOf(year)) % often === 0) {
        svg.append(make("text", { class: "pl-t-year", x: (years.indexOf(year) + 0.5) * slot, y: TOP + PLOT + 20 }, year));
      }
    }
    svg.append(make("path", { class: "pl-c-axis", d: `M0 ${y(0)}h${WIDTH}` }));
    return svg;
  }

  function reachOf(lists) {
    const values = lists.flat().flatMap(([, value, , , , from]) => [Number(value), Number(from ?? 0)]);
    const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
    return [low < 0 ? low - (high - low) / 6 : 0, high > low ? high : low + 1];
  }

  function table(two, lists, years) {
    const head = html("tr");
    head.append(...[words.columns, ...two.map((one) => (one.unit ? `${one.name}（${one.unit}）` : one.name))].map((text) =>
      Object.assign(html("th", text), { scope: "col" })));
    const rows = years.map((year) => {
      const row = html("tr");
      const cells = lists.map((points) => points.filter((point) => point[0] === year).map((point) => point[3]).join("；"));
      row.append(Object.assign(html("th", filled(words.year, { year })), { scope: "row", className: "pl-tight" }),
        ...cells.map((text) => html("td", text || words.none)));
      return row;
    });
    shown.querySelector("thead").replaceChildren(head);
    shown.querySelector("tbody").replaceChildren(...rows);
  }

  function show() {
    const two = chosen.map((select) => series.get(select.value));
    shown.hidden = two.includes(undefined);
    if (shown.hidden) return;
    const base = baseOf(two);
    const asIndex = indexed.checked && base !== null;
    const lists = two.map((one, at) => (asIndex ? inIndex(one.points, base.values[at]) : one.points));
    const named = two.map((one) => (asIndex ? { ...one, unit: "" } : one));
    const all = lists.flat().map(([year]) => year);
    const years = Array.from({ length: Math.max(...all) - Math.min(...all) + 1 }, (_, at) => Math.min(...all) + at);
    const together = asIndex || two[0].unit === two[1].unit;
    const panels = named.map((one, at) => {
      const panel = html("figure");
      const link = Object.assign(html("a", one.name), { href: `${words.page}${one.id}/` });
      panel.append(link, html("span", one.unit), drawing(one, lists[at], years, ...reachOf(together ? lists : [lists[at]])));
      return panel;
    });
    const [a, b] = two.map((one) => one.id);
    const warning = warned.find(([one, other]) => [a, b].includes(one) && [a, b].includes(other) && a !== b);
    const said = [
      warning ? filled(words.warned, { relation: warning[2], reason: warning[3] }) : "",
      asIndex ? filled(words.indexed, base) : together ? words.same : words.other,
      indexed.checked && base === null ? words.unindexed : "",
    ];
    shown.querySelector("[role=status]").textContent = said.filter(Boolean).join(" ");
    shown.querySelector(".pl-small").replaceChildren(...panels);
    table(named, lists, years);
  }

  form.addEventListener("change", () => {
    const query = new URLSearchParams(location.search); // what others put into the address stays
    for (const [name, value] of [...chosen.map((select) => [select.name, select.value]), ["index", indexed.checked ? "1" : ""]]) {
      if (value) query.set(name, value); else query.delete(name);
    }
    history.replaceState(null, "", `?${query}`);
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  fetch(words.series)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
    .then((content) => { read(content); show(); })
    .catch(() => form.before(Object.assign(html("p", words.failed), { className: "pl-hint" })));
})();
