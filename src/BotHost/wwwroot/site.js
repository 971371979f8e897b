// Niceties only: the page works without this file.
const message = document.getElementById('message');

document.getElementById('shortcut').hidden = false;
message.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    message.form.requestSubmit();
  }
});
