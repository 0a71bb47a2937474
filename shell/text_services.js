// Dates, numbers, lists, order and plurals as the person's language has them: the browser's own Intl.

/** As DayStyle in src/app/ports.h. */
const DAY_STYLES = [
  { year: 'numeric', month: 'numeric', day: 'numeric' },
  { year: 'numeric', month: 'short', day: 'numeric' },
  { year: 'numeric', month: 'long', day: 'numeric' },
  { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  { year: 'numeric', month: 'long' },
];
/** As PluralCategory in src/app/ports.h. */
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
const DAY_MS = 86_400_000;
const MARKS = /\p{M}/gu;

export class TextServices {
  #tag = 'en';
  /** @type {Map<string, any>} making one of Intl's objects takes longer than using it */
  #made = new Map();

  /** @param {string} tag */
  setLanguage(tag) {
    try {
      this.#tag = Intl.getCanonicalLocales(tag)[0] ?? 'en';
    } catch {
      this.#tag = 'en';
    }
    this.#made.clear();
  }

  #intl(kind, options) {
    const key = kind + JSON.stringify(options);
    if (!this.#made.has(key)) this.#made.set(key, new Intl[kind](this.#tag, options));
    return this.#made.get(key);
  }

  /** @param {number} day since 1970-01-01 @param {number} style */
  day(day, style) {
    return this.#intl('DateTimeFormat', { ...DAY_STYLES[style], timeZone: 'UTC' }).format(day * DAY_MS);
  }

  instant(ms) {
    return this.#intl('DateTimeFormat', { dateStyle: 'medium', timeStyle: 'short' }).format(ms);
  }

  daysFromNow(days) {
    const away = Math.abs(days);
    const [count, unit] = away < 14 ? [days, 'day'] : away < 60 ? [days / 7, 'week'] : away < 700 ? [days / 30.44, 'month'] : [days / 365.25, 'year'];
    return this.#intl('RelativeTimeFormat', { numeric: 'auto' }).format(Math.round(count), unit);
  }

  number(number, decimals) {
    return this.#intl('NumberFormat', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(number);
  }

  percent(fraction, decimals) {
    return this.#intl('NumberFormat', { style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(fraction);
  }

  /** @param {string} items separated by zero bytes */
  list(items) {
    return this.#intl('ListFormat', { type: 'conjunction' }).format(items.split('\0'));
  }

  firstWeekday() {
    const locale = new Intl.Locale(this.#tag);
    return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? (this.#tag === 'en' || this.#tag.startsWith('en-US') ? 7 : 1);
  }

  plural(number) {
    return CATEGORIES.indexOf(this.#intl('PluralRules', {}).select(number));
  }

  /** @param {string} texts separated by zero bytes @param {number} count @returns {Uint32Array} */
  sortedOrder(texts, count) {
    const list = count === 0 ? [] : texts.split('\0');
    if (list.length !== count) return Uint32Array.from({ length: count }, (_, at) => at);  // a text held a zero itself
    const { compare } = this.#intl('Collator', { numeric: true });
    return Uint32Array.from(list.keys()).sort((a, b) => compare(list[a], list[b]) || a - b);
  }

  searchKey(text) {
    return text.normalize('NFKD').replace(MARKS, '').toLocaleLowerCase(this.#tag);
  }
}
