// Jobs for the worker that encrypts and opens files: started with the first of them, one at a time, ended when cancelled.

import { workerAddress } from './delivery.js';
import { Outcome } from './encryption_outcome.js';

export { Outcome };

/**
 * @typedef {{kind: 'make' | 'read' | 'encrypt' | 'decrypt' | 'sign' | 'verify', keys?: string[], passphrase?: string, bytes?: Uint8Array}} Job
 * @typedef {{outcome: number, bytes?: Uint8Array, identity?: string, recipient?: string, detail?: string}} Result
 */
export class Encryption {
  #worker;
  /** @type {{number: number, job: Job, onDone: (result: Result) => void, onProgress: (fraction: number) => void}[]} the first is being done */
  #waiting = [];

  get idle() { return this.#waiting.length === 0; }

  /** @param {number} number names the job in cancel() @param {Job} job its bytes are given away */
  run(number, job, onDone, onProgress = () => {}) {
    this.#waiting.push({ number, job: { keys: [], passphrase: '', ...job }, onDone, onProgress });
    if (this.#waiting.length === 1) this.#begin();
  }

  /** The functions of the job are not called any more. @param {number} number */
  cancel(number) {
    const at = this.#waiting.findIndex((each) => each.number === number);
    if (at < 0) return;
    this.#waiting.splice(at, 1);
    if (at > 0) return;
    this.#stop();
    this.#begin();
  }

  #begin() {
    if (this.idle) return;
    const { job } = this.#waiting[0];
    if (!this.#worker) {
      this.#worker = new Worker(workerAddress('age-worker'));
      this.#worker.onmessage = ({ data }) => this.#hear(data);
      this.#worker.onerror = (event) => {  // it could not be loaded, or ran out of memory
        event.preventDefault();
        this.#stop();
        this.#hear({ outcome: Outcome.unavailable, detail: event.message ?? '' });
      };
    }
    this.#worker.postMessage(job, job.bytes ? [job.bytes.buffer] : []);
  }

  #stop() {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #hear(data) {
    if ('progress' in data) return this.#waiting[0].onProgress(data.progress);
    const { onDone } = this.#waiting.shift();
    this.#begin();
    onDone(data);
  }
}
