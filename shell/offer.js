// A line at the foot of the window with one thing to do. It belongs to the page, not to the program: it stays until it is answered,
// needs no canvas, and takes its room from the program, so that it covers nothing.

/** @param {string} text @param {string} action @param {string} close @param {() => Promise<void>} act */
export function showOffer(text, action, close, act) {
  document.getElementById('offer')?.remove();
  const box = document.createElement('div');
  box.id = 'offer';
  const words = document.createElement('p');
  words.role = 'status';
  const doing = button(action, async () => {
    doing.disabled = true;
    await act();
    doing.disabled = false;
  });
  const closing = button('×', () => box.remove());
  closing.ariaLabel = close;
  box.append(words, doing, closing);
  document.body.append(box);
  words.textContent = text;  // afterwards, so that it is read out
}

function button(label, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}
