/* Finding and ranking, without any box: generator/publish/search_index.py says how the index is written.
   Loaded at the first use of a box, together with Pagefind. */

const own = new URL(import.meta.url);
const beside = (name) => import(new URL(`${name}${own.search}`, own));
const { understand, prepare, mayBeName } = await beside("question.js");

const RUN = /([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+)|([0-9]+(?:\.[0-9]+)*|[a-z]+)/g;
const [KIND_MARK, SPELLED_MARK] = ["q", "y"]; // words of a kind and of syllables begin so
const WORD_END = "z"; // behind a word that is no pair of characters
const PAIR = /^[a-p]{8}$/;
const WORD = /^(?:[a-p]{4}|[A-P]{4})+z$/;
const LOOKED_AT = 9; // each costs a request: enough for the exact page to be among them
const FEW = 6; // a question that finds fewer, none of them by its name, is tried again word by word
const FIGURE = /\d{3}|\d\.\d/; // few pages have it: no other word need be looked for
const CHINESE = /[\u3400-\u9fff]/;
const LONG_WORD = /^[\u3400-\u9fff]{3,}$/;
const TERMS = 3; // words of the index that are asked for together: each may cost a file
const WORDS = 6; // of a query that are looked for one by one: each may cost a file
const MOST_LIKE = 24; // pages that have some of the words
const ENOUGH = 0.34; // of the weight of all words that a page must have
const YEARS = /\d{4}—\d{4}/;
const BY_NAME = 3.5; // points of a page whose name says most of what is asked
const LINE = 64; // characters of an excerpt
let vocabulary; // what question.js knows, as soon as it is loaded
let newest = ["", null]; // a query and what it asks

let simplified = (text) => text; // traditional characters as simplified ones, as soon as a query may need it
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

/** Words of the index → the text. A pair that begins as the last one ended goes on. */
export function decode(coded) {
  let text = "";
  let last = "";
  for (const word of (coded ?? "").split(" ")) {
    if (WORD.test(word)) text += decodeWord(word.slice(0, -1));
    else if (!PAIR.test(word)) text += word;
    else text += decodeWord(PAIR.test(last) && last.slice(4) === word.slice(0, 4) ? word.slice(4) : word);
    last = word;
  }
  return text.replaceAll("|", " ");
}

/** The words of the index that a query asks for; of a long run of characters the first, middle and last pair: each
    costs a file, and rank() tells the pages apart. An everyday word is looked for whole: 经济增长 is no 经济 with 增长. */
export function words(query) {
  const found = [];
  for (const [, chinese, other] of lower(query).matchAll(RUN)) {
    if (other || chinese.length === 1) found.push(encode(other ?? chinese) + WORD_END);
    else if (chinese.length === 2) found.push(encode(chinese));
    else {
      const last = chinese.length - 2;
      const whole = chinese.length > 4 || vocabulary?.everyday.includes(chinese);
      const at = whole ? [0, last >> 1, last] : [0, last];
      found.push(...at.map((i) => encode(chinese.slice(i, i + 2))));
    }
  }
  return found;
}

/** A query's words as the browser breaks them; single characters in a row are one word. */
export function pieces(query) {
  if (!Intl.Segmenter) return [query];
  const found = [];
  let single = "";
  const end = () => {
    if (single.length > 1) found.push(single);
    single = "";
  };
  for (const { segment } of new Intl.Segmenter("zh", { granularity: "word" }).segment(simplified(query.normalize("NFKC")))) {
    if (/^[\u3400-\u9fff]$/.test(segment)) single += segment;
    else {
      end();
      if (/[0-9a-z\u3400-\u9fff]/i.test(segment)) found.push(segment);
    }
  }
  end();
  return found;
}

/** What a query asks. */
function asks(query) {
  if (newest[0] !== query) newest = [query, understand(query, vocabulary, lower)];
  return newest[1];
}

/** Everyday words whole, others as the browser breaks them. */
function singleWords({ contents }) {
  const cut = (word) => {
    if (vocabulary.everyday.includes(word) || mayBeName(word, vocabulary)) return [word];
    const everyday = vocabulary.everyday.find((one) => word.includes(one));
    const around = everyday ? word.split(everyday).filter((side) => side.length > 1).flatMap(cut) : pieces(word);
    return everyday ? [everyday, ...around] : around;
  };
  return [...new Set(contents.flatMap(cut))].slice(0, WORDS);
}

/** A title without its number, and each part of one in parts: 规划：约束性指标. */
function parts(title) {
  return [title, ...title.split(":")].map((part) => part.replace(/^(?:\([\d一二三四五六七八九十]+\)|第[\d一二三四五六七八九十]+(?:部分|[篇章节条])|[\d一二三四五六七八九十]+[.、])/, ""));
}

/** A word, and the official words of a page for it: 地铁, 轨道交通. */
function spellings(page, word) {
  return [word, ...page.also.filter(([everyday]) => word.includes(everyday)).map((pair) => word.replace(...pair))];
}

/** How much of what is asked a page's names say, from 0 to 1; a longer name says it less well. */
function inNames(page, some, length) {
  const all = some.map((word) => spellings(page, word));
  const total = Math.max(length, some.join("").length);
  const said = (name) => all.reduce((sum, [word, ...others]) => sum
    + (name.includes(word) ? word.length : others.some((other) => name.includes(other)) ? 0.97 * word.length : 0), 0) / total;
  const has = [page.title, ...page.names].map(plain).map((name) =>
    said(name) * (0.7 + 0.3 * Math.min(1, length / name.length)) + (name.startsWith(some[0]) ? 0.02 : 0));
  return Math.max(0, ...has);
}

/** How well a page answers: named by the question > its own name > its names have the words > its text has them. */
function rank(page, asked) {
  const { whole, contents, units, years, kind } = asked;
  const title = plain(page.title);
  const names = page.names.map(plain);
  const exact = (some) => [title, ...parts(title), ...names].includes(some);
  let points = { 指标: 0.05, 说明: -0.4 }[page.kind] ?? 0;
  if (YEARS.test(page.about)) points += 0.25; // a goal of several years before one of a year
  if (kind && page.kind === kind) points += 0.5;
  if (years.some((year) => page.title.includes(year))) points += 0.3;
  else if (years.length && !years.some((year) => page.about.includes(year))) points -= 0.1;
  if (exact(whole) || (contents.length && exact(contents.join("")))) return points + 8;
  if (page.number && asked.asked.includes(page.number)) return points + (contents.length ? 4.4 : 9);
  if (page.number && units.includes(page.number)) return points + (contents.length ? 6.5 : 7);
  if (asked.syllables && page.spelled.length) {
    const share = asked.syllables.length / (page.spelled.length || 1);
    return points + 4 + Math.min(1, share) + (page.spelled.at(-1) === SPELLED_MARK + asked.letters ? 2 : 0);
  }
  if (!contents.length) return points + 1;
  const broken = singleWords(asked);
  if (!broken.length) broken.push(...contents);
  const length = contents.join("").length;
  const said = Math.max(inNames(page, contents, length), inNames(page, broken, length) - 0.02);
  const text = plain(page.about + page.text);
  const spoken = broken.filter((word) => text.includes(word)).length / broken.length;
  return points + 1 + 4.5 * said + (1 - Math.min(1, said)) * spoken;
}

/** The first three are not all of one kind, where another answers by its name. */
function mixed(pages) {
  const [first, ...others] = pages;
  if (others.length < 3 || others.slice(0, 2).some((page) => page.kind !== first.kind)) return pages;
  const at = pages.findIndex((page) => ![first.kind, "说明"].includes(page.kind) && page.rank >= BY_NAME);
  if (at > 2) pages.splice(2, 0, ...pages.splice(at, 1));
  return pages;
}

function page(data, found) {
  return {
    title: decode(data.meta.title),
    kind: decodeWord(data.meta.kind.slice(KIND_MARK.length)),
    names: decode(data.meta.names).split("、").filter(Boolean),
    about: decode(data.meta.about),
    also: decode(data.meta.also).split("、").filter(Boolean).map((pair) => lower(pair).split("=")),
    spelled: (data.meta.spelled ?? "").split(" ").filter(Boolean),
    number: data.meta.number ?? "",
    text: decode(data.raw_content ?? data.content).replace(/ +(?=[，。；：、）”])/g, ""),
    path: data.raw_url.replace(/^\//, "").replace(/(#[^/]+)\/$/, "$1"),
    id: found.id,
  };
}

/** The words of a query, as they are looked for in what a reader sees. */
function seen(page, query) {
  const asked = asks(query);
  const some = [...asked.contents, ...singleWords(asked), ...asked.names, ...asked.years];
  return [...new Set([lower(query).trim(), ...some.flatMap((word) => spellings(page, word))])].filter(Boolean);
}

/** One line about a page: what it is, or the fact of it that says most of what was asked for. */
export function line(page, query) {
  const asked = seen(page, query);
  const has = (text) => asked.filter((word) => lower(text).includes(word)).join("").length;
  const names = page.names.join("、");
  if (has(page.title) || has(page.about)) return page.about || names;
  if (has(names)) return `又称${names}；${page.about}`;
  const facts = page.text.match(/[^。；！？]+[。；！？]?/g) ?? [];
  const best = facts.reduce((most, fact) => (has(fact) > has(most) ? fact : most), "");
  if (!best) return page.about;
  const fact = best.replace(/[；。]$/, "").trim();
  if (fact.length <= LINE) return fact;
  const at = Math.max(0, Math.min(...asked.map((word) => lower(fact).indexOf(word)).filter((i) => i >= 0)) - 16);
  return (at ? "…" : "") + fact.slice(at, at + LINE) + (at + LINE < fact.length ? "…" : "");
}

/** A text in parts, every second of which is what was asked for. */
export function marks(text, page, query) {
  const words = seen(page, query).sort((a, b) => b.length - a.length);
  return text.split(new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "i"));
}

async function wordsFrom(address) {
  const { body } = await fetch(address, { cache: "no-cache" });
  return new Response(body.pipeThrough(new DecompressionStream("gzip"))).json();
}

/** Open the index below a folder of the site; returns a function that searches it. */
export async function open(root) {
  const [pagefind, file] = await Promise.all([
    import(new URL("pagefind/pagefind.js", root)),
    wordsFrom(new URL("pagefind/words.pf_words", root)).catch(() => ({})), // an old browser searches without it
  ]);
  vocabulary = prepare(file, lower);
  newest = ["", null];
  const instance = pagefind.createInstance({
    noWorker: true, // the worker is the same code a second time
    ranking: { pageLength: 0.6, termFrequency: 0.6, metaWeights: { title: 6, names: 6, also: 6, spelled: 6, about: 1.5 } },
  });

  /** Whether the index has a word; else Pagefind takes one that begins alike. */
  const indexed = new Map();
  async function has(term) {
    if (!indexed.has(term)) indexed.set(term, (await instance.search(`"${term}"`)).results.length > 0);
    return indexed.get(term);
  }

  async function ask(terms, kind) {
    for (const term of terms) if (!await has(term)) return [];
    const all = kind ? [...terms, KIND_MARK + encode(kind)] : terms;
    return terms.length ? (await instance.search(all.join(" "))).results : [];
  }

  /** Pages with what a reader sees of them, the best first. */
  async function bring(some, query) {
    const pages = await Promise.all(some.map(async (f) => page(await f.data(), f)));
    const ranked = pages.map((p, order) => ({ ...p, order, rank: rank(p, asks(query)) }));
    return mixed(ranked.sort((a, b) => b.rank - a.rank || a.order - b.order));
  }

  /** The pages that a question names. */
  async function named({ units, asked }, kind) {
    const found = [];
    for (const number of [...asked, ...units]) found.push(...await ask([number], kind));
    return found;
  }

  /** The words of the index that a page must have. */
  function terms({ runs, names, syllables, letters }) {
    if (syllables?.length > 1) return syllables.slice(1).map((one, i) => SPELLED_MARK + syllables[i] + one).slice(0, TERMS);
    if (letters.length > 2) return [SPELLED_MARK + letters];
    const some = runs.length ? runs.map(words) : names.slice(0, 1).map(words).map((own) => [own[0], own.at(-1)]);
    const [first, others] = [some.map((own) => own[0]), some.flatMap((own) => [...own.slice(1)].reverse())];
    return [...first, ...others].slice(0, Math.max(TERMS, first.length + 1));
  }

  /** Pages that have all or most words of a query, by how rare these are. */
  async function byWord(asked, kind, known) {
    const votes = new Map();
    let [all, unknown] = [0, false];
    for (const word of singleWords(asked)) {
      const found = await ask(words(word), kind);
      const weight = 1 / Math.log2(2 + found.length);
      const most = Math.max(...found.map((one) => one.score));
      if (found.length) all += weight;
      else unknown = true;
      for (const one of found) {
        const vote = votes.get(one.id) ?? { one, weight: 0, score: 0 };
        vote.weight += weight;
        vote.score += weight * (0.4 + 0.6 * one.score / most);
        votes.set(one.id, vote);
      }
    }
    const best = [...votes.values()].filter(({ one }) => !known.has(one.id)).sort((a, b) => b.score - a.score);
    const having = (share, most) => best.filter(({ weight }) => weight > share * all - 1e-6 && weight < most).map(({ one }) => one);
    const whole = having(1, Infinity);
    if (asked.runs.length < 2 && whole.length && !unknown) return { own: whole, like: [] }; // a word that is broken
    return unknown ? { own: [], like: having(ENOUGH, Infinity).slice(0, MOST_LIKE) }
      : { own: whole, like: having(ENOUGH, all - 1e-6).slice(0, MOST_LIKE) };
  }

  /** Where no page has any of the words: those that have the beginning or the end of one (高铁站: 高铁); of what may
      be a person's name no end: 王健康 asks for no health. */
  async function byPart({ contents }, kind) {
    for (const word of contents.filter((one) => LONG_WORD.test(one))) {
      const ends = mayBeName(word, vocabulary) ? [] : [word.slice(-2)];
      for (const part of [word.slice(0, -1), word.slice(0, 2), ...ends]) {
        const found = await ask(words(part), kind);
        if (found.length) return found.slice(0, MOST_LIKE);
      }
    }
    return [];
  }

  /** What a question names, what has all its words, what has most. */
  async function answers(query, kind) {
    const asked = asks(query);
    const first = asked.runs.length || asked.asked.length || asked.units.length !== 1 || asked.letters ? await named(asked, kind) : [];
    const known = new Set(first.map((one) => one.id));
    const all = [...await ask(terms(asked), kind), ...(asked.letters ? await ask(words(asked.letters), kind) : [])];
    const own = all.filter((one) => !known.has(one.id) && known.add(one.id));
    const enough = asked.runs.some((run) => FIGURE.test(run)) ? 1 : FEW; // years are taken out of them
    const good = own.length >= enough || !asked.runs.length || (await bring(own, query)).some((one) => one.rank >= BY_NAME);
    const more = good ? { own: [], like: [] } : await byWord(asked, kind, known);
    const found = [...first, ...own, ...more.own];
    return { found, like: found.length || more.like.length ? more.like : await byPart(asked, kind) };
  }

  /** What answers, what is like it, how much it is, and a function that brings the next of it. */
  async function search(query, kind = "") {
    let answer = await answers(query, kind);
    if (!answer.found.length && CHINESE.test(query)) { // perhaps in traditional characters
      ({ simplified } = await beside("traditional.js"));
      if (lower(query) !== query.normalize("NFKC").toLowerCase()) {
        newest = ["", null];
        answer = await answers(query, kind);
      }
    }
    const both = [...answer.found, ...answer.like];
    let shown = 0;
    const next = () => bring(both.slice(shown, (shown += LOOKED_AT)), query);
    return { found: answer.found, like: answer.like, count: both.length, next };
  }
  const ofKind = (kind) => ask([KIND_MARK + encode(kind)]);
  return Object.assign(search, { ask, bring, ofKind });
}
