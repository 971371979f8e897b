// Keys for the queue: the page works without this file. A key counts only while an item of the queue has the focus, and
// never while one types.
const items = [...document.querySelectorAll('[data-keys]')];

document.querySelectorAll('.keys').forEach(note => { note.hidden = false; });

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, textarea, select'))
    return;
  const at = items.findIndex(item => item.contains(document.activeElement));
  if (event.key === 'j' || event.key === 'k') {
    const next = items[at < 0 ? 0 : at + (event.key === 'j' ? 1 : -1)];
    if (next) {
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    }
    return;
  }
  const action = at < 0 ? null : items[at].querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (action) {
    event.preventDefault();
    action.click();
  }
});
