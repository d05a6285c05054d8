import type { FormTraits } from './traits.ts';

interface Extra {
  /** the form, where a script draws it */
  late: string | null;
  /** what a script shows once it has been taken */
  thanks: string;
}

/** What the form does by itself. Written out for the browser. */
export function formScript(traits: FormTraits, extra: Extra): string {
  return `(${behave})(${JSON.stringify({ with: traits.with ?? [], by: traits.by, steps: traits.steps, ...extra }).replaceAll('<', '\\u003c')});`;
}

interface Behaviour extends Extra {
  with: readonly string[];
  by?: string;
  steps?: string;
}

function behave({ with: extras, by, steps, late, thanks }: Behaviour): void {
  const has = (extra: string) => extras.includes(extra);
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  const place = find('#place') as HTMLElement;
  const form = () => find('#objection') as HTMLFormElement;
  if (late !== null) {
    setTimeout(() => {
      place.innerHTML = late;
    }, 1_500);
  }
  document.addEventListener('change', (event) => {
    const changed = event.target as HTMLInputElement;
    if (has('submits-on-change')) form().requestSubmit();
    if (has('submits-later')) {
      setTimeout(() => {
        form().submit();
        form().dataset.submitted = 'by itself';
      }, 2_000);
    }
    if (has('submits-by-get')) {
      const query = new URLSearchParams([...new FormData(form())].map(([name, value]) => [name, String(value)]));
      fetch(`/help/linkedin/ask/submit?${query}`).catch(() => undefined);
      location.assign(`/help/linkedin/ask/submit?${query}`);
    }
    if (has('tells-each')) {
      const { value, selectedOptions } = changed as HTMLElement as HTMLSelectElement;
      for (const text of [value, ...Array.from(selectedOptions ?? [], (option) => option.text)])
        fetch(`/help/linkedin/suggest?${new URLSearchParams({ q: text })}`).catch(() => undefined);
    }
    if (has('text-after-option') && changed.name === 'q3') (find('#q5-row') as HTMLElement).hidden = false;
    if (has('rejects-values') && changed.name === 'firstName') changed.value = '';
  });
  if (steps === 'script') {
    const rows = [...document.querySelectorAll<HTMLElement>('#objection > p')];
    const isWho = (row: HTMLElement) => row.querySelector('input') !== null;
    const button = find('#objection button') as HTMLButtonElement;
    for (const row of rows) row.hidden = !isWho(row) && !row.contains(button);
    const next = document.createElement('button');
    next.type = 'button';
    next.textContent = 'Next';
    button.hidden = true;
    button.after(next);
    next.addEventListener('click', () => {
      for (const row of rows) row.hidden = isWho(row);
      button.hidden = false;
      next.remove();
    });
  }
  if (by === 'fetch') {
    document.addEventListener('submit', async (event) => {
      event.preventDefault();
      const body = JSON.stringify(Object.fromEntries(new FormData(form())));
      const answer = await fetch('/help/linkedin/ask/submit', { method: 'POST', body });
      if (answer.ok) place.innerHTML = thanks;
      else place.insertAdjacentHTML('beforeend', '<p role="alert">Something went wrong.</p>');
    });
  }
}
