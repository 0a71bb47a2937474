// The page that stands in for the app when it cannot start.

/** @param {string} title @param {string[]} paragraphs
 *  @param {{label: string, run: () => boolean, nothing: string}} [offer] a button; `nothing` is said when it does nothing */
export function showTrouble(title, paragraphs, offer) {
  document.documentElement.lang = isGerman() ? 'de' : 'en';
  const page = document.createElement('main');
  page.className = 'trouble';
  const heading = document.createElement('h1');
  heading.textContent = title;
  page.append(heading, ...paragraphs.map((text) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    return paragraph;
  }));
  if (offer) page.append(...offerParts(offer));
  document.getElementById('app').replaceWith(page);  // it would lie over the button
}

export const isGerman = () => navigator.language.startsWith('de');

function offerParts({ label, run, nothing }) {
  const button = document.createElement('button');
  button.textContent = label;
  const answer = document.createElement('p');
  answer.role = 'status';
  button.addEventListener('click', () => { answer.textContent = run() ? '' : nothing; });
  return [button, answer];
}
