// Fuzzing guided by coverage, for readers written in JavaScript: V8 tells which blocks of their scripts have run, and an input that
// reaches a new one joins the corpus, from which further ones are made.
//
// Asking V8 takes as long as several inputs, so it is asked once for a batch. Only when something in a batch was new is the batch
// run again, input by input, to find those that reached it.
import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {Session} from 'node:inspector';
import {join} from 'node:path';

const BATCH = 128;
const LARGEST_KEPT = 20_000;  // bytes; what longer ones reach is found again

/** What has run of the scripts whose address matches. V8 knows the blocks of those only that are loaded after this was made. */
export class Coverage {
  #session = new Session();
  #pattern;
  #reached = new Map();  // address of a script -> for each of its characters 1 once it has run
  #starts = new Map();  // address of a script -> where its blocks begin, as far as V8 has told them apart

  constructor(pattern) {
    this.#pattern = pattern;
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', {callCount: true, detailed: true});
  }

  /** One place for each stretch of code that has run since V8 was last asked and never before. They count as reached from now on. */
  learn() {
    const fresh = [];
    for (const [address, ran] of this.#take()) {
      const known = this.#knownOf(address, ran.length);
      for (let at = 0, isNew = false; at < ran.length; ++at) {
        const was = isNew;
        isNew = ran[at] === 1 && known[at] === 0;
        if (isNew && !was) fresh.push({address, at});
        known[at] |= ran[at];
      }
    }
    return fresh;
  }

  /** Those of the places that have not run since V8 was last asked. */
  missed(places) {
    const ran = new Map(this.#take());
    return places.filter(({address, at}) => ran.get(address)?.[at] !== 1);
  }

  /** How many blocks V8 has told apart, and how many of them have run. */
  get blocks() {
    const all = [...this.#starts].flatMap(([address, starts]) => [...starts].map(at => this.#reached.get(address)[at]));
    return {reached: all.filter(Boolean).length, seen: all.length};
  }

  /** What has run since V8 was last asked: [address, for each character 0 or 1]. */
  #take() {
    let scripts;
    this.#session.post('Profiler.takePreciseCoverage', (error, taken) => { scripts = taken.result; });  // called before post() returns
    return scripts.filter(({url}) => this.#pattern.test(url)).map(({url, functions}) => {
      const ranges = functions.flatMap(each => each.ranges);  // what encloses comes before what is enclosed
      const ran = new Uint8Array(ranges.reduce((end, {endOffset}) => Math.max(end, endOffset), 0));
      if (!this.#starts.has(url)) this.#starts.set(url, new Set());
      for (const {startOffset, endOffset, count} of ranges) {
        ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
        this.#starts.get(url).add(startOffset);
      }
      return [url, ran];
    });
  }

  #knownOf(address, length) {
    const known = this.#reached.get(address) ?? new Uint8Array(0);
    if (known.length >= length) return known;
    const longer = new Uint8Array(length);
    longer.set(known);
    this.#reached.set(address, longer);
    return longer;
  }
}

/** All files of a folder, the short ones first. */
export const readFolder = folder => readdirSync(folder)
  .map(name => ({path: join(folder, name), input: readFileSync(join(folder, name))}))
  .sort((one, other) => one.input.length - other.input.length);

/** Inputs that are made, run, and kept where they reach something new. */
export class Exploration {
  /** What further inputs are made from. */
  corpus = [];
  /** How many inputs have been run. */
  executed = 0;
  /** How many inputs of this run and of earlier ones are kept. */
  kept = 0;
  #coverage;
  #run;
  #folder;

  /** @param run (input) runs it, and does not return if anything is wrong  @param folder keeps inputs from one run to the next */
  constructor(coverage, run, folder) {
    this.#coverage = coverage;
    this.#run = run;
    this.#folder = folder;
    mkdirSync(folder, {recursive: true});
  }

  /** Runs these, and then those that were kept: one that reaches nothing more than those before it goes. */
  async begin(seeds) {
    for (const input of seeds) await this.#execute(input);
    this.corpus.push(...seeds);
    this.#coverage.learn();
    for (const {path, input} of readFolder(this.#folder)) {
      await this.#execute(input);
      rmSync(path);
      if (this.#coverage.learn().length > 0) this.#keep(input);
    }
  }

  /** For so long, or until it is done. @param make (corpus) returns an input */
  async explore(make, seconds, isDone = () => false) {
    for (const ends = performance.now() + seconds * 1000; performance.now() < ends && !isDone();) {
      const batch = Array.from({length: BATCH}, () => make(this.corpus));
      for (const input of batch) await this.#execute(input);
      let unexplained = this.#coverage.learn();
      for (let i = 0; i < batch.length && unexplained.length > 0; ++i) {
        await this.#execute(batch[i]);
        const missed = this.#coverage.missed(unexplained);
        if (missed.length < unexplained.length) this.#keep(batch[i]);
        unexplained = missed;
      }
    }
  }

  async #execute(input) {
    ++this.executed;
    await this.#run(input);
  }

  #keep(input) {
    if (input.length > LARGEST_KEPT) return;
    ++this.kept;
    this.corpus.push(input);
    writeFileSync(join(this.#folder, createHash('sha256').update(input).digest('hex').slice(0, 16)), input);
  }
}
