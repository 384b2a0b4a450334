/* What a question is about and what it names. The words for it: generator/publish/search/lexicon.py. */

const CHINESE = "\u3400-\u9fff";
const BETWEEN = "、";
const YEAR = expression("(?<![\\d.])((?:19|20)\\d\\d)\\s*(?:年度?|(?=\\s|$))", "g");
const APART = expression(`(?<![^\\s])([${CHINESE}])\\s+(?=[${CHINESE}])`, "g");
const NOTHING = {
  questions: [], particles: [], charge: "$^", kinds: {}, places: [], surnames: "", everyday: "", syllables: "", fields: [], forms: [],
  units: [], asked: [],
};
const NUMBER_LETTERS = 3;
const NAMED_MARK = "r";
const MOST_UNITS = 4; // of one question
const RANKS = new Set(["qu", "xian", "shi", "qi"]); // 区, 县, 市, 旗 before the name of a unit
const SHORTEST_LATIN = 3; // letters that may stand for a name
const HAN = new RegExp(`[${CHINESE}]`);
const SINGLE = new RegExp(`^[${CHINESE}]$`);

/** The word by which the entry of a number is found. */
function numberWord(number) {
  let letters = "";
  for (let i = 0, rest = number; i < NUMBER_LETTERS; i++, rest = Math.floor(rest / 26)) {
    letters = String.fromCharCode(97 + (rest % 26)) + letters;
  }
  return NAMED_MARK + letters;
}

/** An old browser does without what it does not know. */
function expression(source, flags) {
  try {
    return new RegExp(source, flags);
  } catch {
    return /(?!)/g;
  }
}

const split = (text, sign) => text.split(sign).filter(Boolean);
const longestFirst = (some, name) => some.sort((a, b) => name(b).length - name(a).length);

/** The file of words, ready to be used; what it lacks is empty. */
export function prepare(given, lower) {
  const file = { ...NOTHING, ...given };
  const ofFields = file.fields.map((names) => split(names, " ")
    .flatMap((name) => file.forms.map((form) => name + form)).filter((name) => name.length > 2 || name.endsWith("委")));
  const named = (names) => longestFirst(file.units.flatMap((unit) => names(unit)
    .map((name) => ({ name: lower(name), number: unit[0] }))), (one) => one.name);
  return {
    titles: new Map(file.units.map((unit) => [unit[0], lower(split(unit[1], BETWEEN)[0])])),
    given: named((unit) => split(unit[1], BETWEEN)),
    others: named((unit) => [...split(unit[2], BETWEEN), ...(ofFields[unit[4]] ?? [])]),
    spelled: file.units.flatMap((unit) => split(unit[3], BETWEEN).map((name) => ({ syllables: name.split(" "), number: unit[0] }))),
    questions: file.questions.map((one) => expression(one, "g")),
    particles: file.particles.map((one) => expression(one, "g")),
    charge: expression(file.charge, "g"),
    kindOf: file.kinds,
    kinds: expression(`(?:${Object.keys(file.kinds).join("|") || "$^"})+(?![^\\s])`, "g"),
    places: file.places.map(lower),
    surnames: new Set(file.surnames),
    everyday: longestFirst(split(file.everyday, " ").map(lower), (one) => one),
    syllables: new Set(split(file.syllables, " ")),
    asked: file.asked.map(([number, phrases, words]) => ({
      number, phrases: phrases && expression(phrases, "gi"), words: new Set(split(words, " ")),
    })),
  };
}

/** The syllables of Latin letters, the longest first; null where they are none. */
function syllablesOf(letters, known, from = 0) {
  if (from === letters.length) return [];
  for (let length = Math.min(6, letters.length - from); length > 0; length--) {
    const one = letters.slice(from, from + length);
    const rest = known.has(one) ? syllablesOf(letters, known, from + length) : null;
    if (rest) return [one, ...rest];
  }
  return null;
}

/** Latin letters alone, without tones, blanks and hyphens: yáng liǔ-qing2 → yangliuqing. */
function lettersOf(text) {
  const bare = text.normalize("NFD").replace(/u\u0308/g, "v").replace(/[\u0300-\u036f]/g, "");
  const letters = bare.replace(/([a-z])[1-5](?![0-9])/g, "$1").replace(/[\s'’·-]+/g, "");
  return /^[a-z]+$/.test(letters) ? letters : "";
}

function namedByLetters(letters, { spelled }) {
  if (letters.length < SHORTEST_LATIN) return [];
  const fits = ({ syllables }) => (RANKS.has(syllables[0]) ? [syllables, syllables.slice(1)] : [syllables]).some((some) => {
    const [whole, first] = [some.join(""), some.map((one) => one[0]).join("")];
    return whole === letters || (some.length > 1 && letters.length > SHORTEST_LATIN && whole.startsWith(letters))
      || (first.startsWith(letters) && first.length < letters.length + 2);
  });
  return [...new Set(spelled.filter(fits).map((one) => one.number))].slice(0, MOST_UNITS);
}

/** Takes names out of a text; a blank stands where they stood. */
function takeNames(text, names) {
  const numbers = [];
  let rest = text;
  let taken = "";
  for (const { name, number } of names) {
    if (name.length > 1 && (rest.includes(name) || name === taken)) {
      numbers.push(number);
      taken = name;
      rest = rest.replaceAll(name, " ");
    }
  }
  return { numbers, rest };
}

/** The units that a text names, first those that documents call so. */
function takeUnits(text, { given, others }) {
  const first = takeNames(text, given);
  const then = takeNames(first.rest, others);
  return { numbers: [...first.numbers, ...then.numbers], rest: then.rest };
}

/** Single characters belong to what stands beside them: 新 增 就业. */
const glued = (text) => text.replace(APART, "$1");

const drop = (text, expressions) => expressions.reduce((rest, one) => rest.replace(one, " "), text);

/** The same with particles: the end of an everyday word is none (居委会, 经济增长). */
const dropParticles = (text, { particles, everyday }) => particles.reduce((rest, one) => rest.replace(one, (...found) => {
  const [match, at, whole] = [found[0], ...found.slice(-2)];
  const cuts = (word) => whole.slice(0, at + match.length).endsWith(word) && word.length > match.length;
  return everyday.some(cuts) ? match : " ";
}), text);

const tidy = (text) => text.replace(/\s+/g, " ").trim();

/** What a text is about, as it is written. */
const runsOf = (text) => split(text, /[\s，。、；：？！,;:?!“”"'()（）《》]+/).filter((run) => !SINGLE.test(run));

/** The same, cut at everyday words, but for single characters: 失业率 is no 失业. */
function contentsOf(text, { everyday }) {
  return runsOf(text).flatMap((run) => {
    const word = HAN.test(run) && everyday.find((one) => run.includes(one) && one !== run);
    if (!word || everyday.includes(run)) return [run];
    const sides = [run.slice(0, run.indexOf(word)), run.slice(run.indexOf(word) + word.length)];
    if (sides.some((side) => side.length === 1)) return [run];
    return [...contentsOf(sides[0], { everyday }), word, ...contentsOf(sides[1], { everyday })];
  });
}

/** Pages that are asked for, and the text without what asked for them. */
function takeAsked(text, whole, { asked }) {
  const numbers = asked.filter(({ words }) => words.has(whole)).map((one) => one.number);
  let rest = text;
  for (const { number, phrases } of asked) {
    if (!phrases) continue;
    const without = rest.replace(phrases, " ");
    if (without !== rest && !numbers.includes(number)) numbers.push(number);
    rest = without;
  }
  return { numbers, rest };
}

/** A question taken apart: what it is about as written (`runs`) and cut (`contents`), what it names, its years. */
export function understand(query, words, lower) {
  const text = glued(tidy(lower(query)));
  const letters = words.everyday.includes(text) ? "" : lettersOf(text);
  const syllables = letters ? syllablesOf(letters, words.syllables) : null;
  const whole = text.replace(/\s+/g, "");
  let named = takeUnits(text, words);
  if (!named.numbers.length && HAN.test(text)) named = takeUnits(whole, words); // 区 商务委
  if (!named.numbers.length) named.rest = text;
  const { numbers, rest } = takeAsked(named.rest, whole, words);
  const years = [...rest.matchAll(YEAR)].map((match) => match[1]);
  const subject = tidy(dropParticles(drop(rest, words.questions), words));
  const steps = [subject];
  for (const step of [
    (now) => words.places.reduce((left, place) => left.replaceAll(place, " "), now),
    (now) => drop(now, [words.kinds]),
    (now) => now.replace(YEAR, " "),
    (now) => dropParticles(now, words),
    (now) => (named.numbers.length ? drop(now, [words.charge]) : now),
  ]) steps.push(tidy(step(steps.at(-1))));
  const least = named.numbers.length || numbers.length ? steps.at(-1) : steps.findLast((step) => contentsOf(step, words).length) ?? text;
  const contents = contentsOf(least, words);
  const units = [...named.numbers, ...namedByLetters(letters, words)];
  return {
    whole,
    contents,
    runs: runsOf(least),
    units: [...new Set(units)].slice(0, MOST_UNITS).map(numberWord),
    names: units.map((number) => words.titles.get(number)),
    asked: numbers.map(numberWord),
    years,
    kind: words.kindOf[subject.match(words.kinds)?.at(-1)?.slice(-2)] ?? "",
    letters,
    syllables,
  };
}

/** Whether a word may be a person's name. */
export const mayBeName = (word, { surnames }) => /^[\u3400-\u9fff]{2,3}$/.test(word) && surnames.has(word[0]);
