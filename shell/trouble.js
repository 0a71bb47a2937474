// The page that stands in for the app when it cannot start.

/** @param {string} title @param {string[]} paragraphs */
export function showTrouble(title, paragraphs) {
  const page = document.createElement('main');
  page.className = 'trouble';
  const heading = document.createElement('h1');
  heading.textContent = title;
  page.append(heading, ...paragraphs.map((text) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    return paragraph;
  }));
  document.getElementById('app').replaceChildren();
  document.body.append(page);
}
