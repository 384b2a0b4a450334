/* Finding and ranking, without any box: generator/publish/search_index.py says how the index is written.
   Loaded at the first use of a box, together with Pagefind. */

const own = new URL(import.meta.url);
const { simplified } = await import(new URL(`traditional.js${own.search}`, own));

const RUN = /([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+)|([0-9]+(?:\.[0-9]+)*|[a-z]+)/g;
const KIND_MARK = "q"; // the word of a kind begins with it
const PAIR = /^[a-p]{8}$/;
const LOOKED_AT = 10; // each costs a request: enough for the exact page to be among them
const FEW = 6; // a query that finds fewer is tried again word by word

const lower = (text) => simplified(text.normalize("NFKC").toLowerCase());
const plain = (text) => lower(text).replace(/\s+/g, "");

/** A character → its four letters. */
function encode(word) {
  let code = "";
  for (let i = 0; i < word.length; i++) {
    code += word.charCodeAt(i).toString(16).padStart(4, "0")
      .replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
  }
  return code;
}

function decodeWord(code) {
  let word = "";
  for (let i = 0; i < code.length; i += 4) {
    const part = code.slice(i, i + 4);
    const digits = part.toLowerCase().replace(/./g, (letter) => (letter.charCodeAt(0) - 97).toString(16));
    const sign = String.fromCharCode(parseInt(digits, 16));
    word += part === part.toUpperCase() ? sign.toUpperCase() : sign;
  }
  return word;
}

/** Words of the index → the text. A pair that begins as the last one ended goes on in the same run of characters. */
export function decode(coded) {
  let text = "";
  let last = "";
  for (const word of (coded ?? "").split(" ")) {
    const coding = /^(?:[a-p]{4})+$|^(?:[A-P]{4})+$|^(?:[a-p]{4}|[A-P]{4})+$/.test(word);
    if (!coding) text += word;
    else text += PAIR.test(word) && PAIR.test(last) && last.slice(4) === word.slice(0, 4)
      ? decodeWord(word.slice(4)) : decodeWord(word);
    last = word;
  }
  return text.replaceAll("|", " ");
}

/** The words of the index that a query asks for. Of a long run of characters the first, middle and last pair are asked
    for: each costs a file, and three are enough to bring the pages that rank() then tells apart. */
export function words(query) {
  const found = [];
  for (const [, chinese, other] of lower(query).matchAll(RUN)) {
    if (other || chinese.length < 3) found.push(encode(other ?? chinese));
    else {
      const last = chinese.length - 2;
      const at = chinese.length < 5 ? [0, last] : [0, last >> 1, last];
      found.push(...at.map((i) => encode(chinese.slice(i, i + 2))));
    }
  }
  return found;
}

/** A query's words as the browser breaks them: 2018年计划 also finds 2018年国民经济和社会发展计划.
    A single character says too little. */
export function pieces(query) {
  if (!Intl.Segmenter) return [query];
  const found = [...new Intl.Segmenter("zh", { granularity: "word" }).segment(simplified(query.normalize("NFKC")))];
  return found.map((piece) => piece.segment).filter((word) => /[0-9a-z]|[\u3400-\u9fff]{2}/i.test(word));
}

/** A title without the number of its chapter, and each part of a title in parts: 规划：约束性指标. */
function parts(title) {
  return [title, ...title.split(":")].map((part) => part.replace(/^(?:\([\d一二三四五六七八九十]+\)|[\d一二三四五六七八九十]+[.、])/, ""));
}

/** A query, and again with the official words of a page in the place of everyday ones (地铁 → 轨道交通). */
function spellings(page, query) {
  const asked = lower(query);
  return [query, ...page.also.filter(([word]) => asked.includes(word)).map((pair) => asked.replace(...pair))];
}

/** How well a page answers, by what a reader would call it; the score of Pagefind decides among equals.
    Its own name > the name contains the query (the more of the name it is, the better) > its words > the text does. */
function rank(page, query) {
  const asked = query.split(/\s+/).filter(Boolean).map(plain);
  const whole = asked.join("");
  const title = plain(page.title);
  const names = page.names.map(plain);
  if ([title, ...parts(title), ...names].includes(whole)) return 6;
  const share = (name) => whole.length / name.length + (name.startsWith(asked[0]) ? 0.1 : 0);
  const holds = [title, ...names].filter((name) => asked.every((word) => name.includes(word)));
  if (holds.length) return 4 + Math.min(1, Math.max(...holds.map(share)));
  const loose = pieces(query).map(plain);
  if (loose.length && loose.every((word) => title.includes(word))) return 3 + Math.min(1, share(title));
  const text = plain([page.title, ...page.names, page.about, page.text].join(" "));
  return asked.every((word) => text.includes(word)) ? 2 : 1;
}

function page(data, found) {
  return {
    title: decode(data.meta.title),
    kind: decodeWord(data.meta.kind.slice(KIND_MARK.length)),
    names: decode(data.meta.names).split("、").filter(Boolean),
    about: decode(data.meta.about),
    also: decode(data.meta.also).split("、").filter(Boolean).map((pair) => lower(pair).split("=")),
    text: decode(data.raw_content ?? data.content).replace(/ +(?=[，。；：、）”])/g, ""),
    path: data.raw_url.replace(/^\//, "").replace(/(#[^/]+)\/$/, "$1"),
    id: found.id,
  };
}

/** One line about a page: what it is, or where it says what was asked for when its title does not. */
export function line(page, query) {
  const asked = lower(spellings(page, query).join(" ")).split(/\s+/).filter(Boolean);
  const names = page.names.join("、");
  const place = (text, some) => some.map((word) => text.toLowerCase().indexOf(word)).find((at) => at >= 0) ?? -1;
  if (place(page.title, asked) >= 0) return page.about || names;
  if (place(names, asked) >= 0) return `又称${names}；${page.about}`;
  const at = place(page.text, [...asked, ...pieces(query).map(lower)]);
  if (at < 0 || place(page.about, asked) >= 0) return page.about;
  return (at > 16 ? "…" : "") + page.text.slice(Math.max(0, at - 16), at + 64) + (at + 64 < page.text.length ? "…" : "");
}

/** A text in parts, every second of which is what was asked for. */
export function marks(text, page, query) {
  const asked = spellings(page, query).flatMap((spelled) => [...lower(spelled).split(/\s+/), ...pieces(spelled)]);
  const words = asked.filter(Boolean).sort((a, b) => b.length - a.length);
  return text.split(new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "i"));
}

/** Open the index below a folder of the site; returns a function that searches it. */
export async function open(root) {
  const pagefind = await import(new URL("pagefind/pagefind.js", root));
  const instance = pagefind.createInstance({
    noWorker: true, // the worker is the same code a second time
    ranking: { pageLength: 0.6, termFrequency: 0.6, metaWeights: { title: 6, names: 6, also: 6, about: 1.5 } },
  });

  async function ask(terms, kind) {
    const all = kind ? [...terms, KIND_MARK + encode(kind)] : terms;
    return terms.length ? (await instance.search(all.join(" "))).results : [];
  }

  /** Pages with what a reader sees of them, the best first. */
  async function bring(some, query) {
    const pages = await Promise.all(some.map(async (f) => page(await f.data(), f)));
    const ranked = pages.map((p, order) => ({
      ...p, order, rank: Math.max(...spellings(p, query).map((spelled) => rank(p, spelled))),
    }));
    return ranked.sort((a, b) => b.rank - a.rank || a.order - b.order);
  }

  /** What answers, how much it is, and a function that brings the next of it. */
  async function search(query, kind = "") {
    let found = await ask(words(query), kind);
    if (found.length < FEW) {
      const known = new Set(found.map((f) => f.id));
      found = found.concat((await ask(pieces(query).flatMap(words), kind)).filter((f) => !known.has(f.id)));
    }
    let shown = 0;
    return { found, count: found.length, next: () => bring(found.slice(shown, (shown += LOOKED_AT)), query) };
  }
  const ofKind = (kind) => ask([KIND_MARK + encode(kind)]);
  return Object.assign(search, { ask, bring, ofKind });
}
