/** Runs in the browser: the question that some other settings ask. */
export function askDialog(): Promise<boolean> {
  const dialog = document.createElement('div');
  dialog.className = 'artdeco-modal';
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-modal', 'true');
  dialog.setAttribute('aria-labelledby', 'dialog-title');
  dialog.innerHTML = `<h2 id="dialog-title">Delete your data?</h2><p>This cannot be undone.</p>
    <button type="button" data-answer="yes">Yes, delete</button> <button type="button" data-answer="no">Cancel</button>`;
  document.body.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener('click', (event) => {
      const answer = event.target instanceof HTMLElement && event.target.dataset.answer;
      if (!answer) return;
      dialog.remove();
      resolve(answer === 'yes');
    });
  });
}
