// axe-core on what is on the screen now.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The violations in words, empty when there are none: rule, what is wrong, the first elements. */
export async function findViolations(app, rules = {}) {
  await app.page.evaluate(`globalThis.axe || (() => { ${source} })()`);
  const {violations} = await app.page.evaluate(options => globalThis.axe.run(document, options), {resultTypes: ['violations'], rules});
  return violations.map(({id, help, nodes}) => `${id}: ${help}: ${nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')}`);
}
