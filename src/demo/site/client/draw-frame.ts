/** Runs in the browser: the navigation with the member's name, and an empty main part. */
export async function drawFrame(options: {
  title: string;
  askWho: boolean;
  vanity?: string | undefined;
  /** do not wait for who it is */
  atOnce?: true | undefined;
}) {
  const make = (tag: string, className: string, text = '') => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.textContent = text;
    return element;
  };
  const link = (href: string, text: string, className = '') => {
    const anchor = make('a', className, text);
    anchor.setAttribute('href', href);
    return anchor;
  };

  const askWho = async (): Promise<string | undefined> => {
    const answer = await fetch('/mysettings-api/settingsApiMiniProfile', { headers: { accept: 'application/json' } });
    return answer.ok ? (await answer.json()).miniProfile.publicIdentifier : undefined;
  };
  const asked = options.askWho ? askWho() : undefined;
  const vanity = options.vanity ?? (options.atOnce ? undefined : await asked);
  localStorage.setItem('voyager-web:badges', '{"notifications":0}');

  // The first /in/ link of the page is not the member's.
  const aside = make('aside', 'people-card');
  aside.append(link('/in/other-person/', 'Other Person'), make('span', '', ' viewed this page too'));

  const header = make('header', 'global-nav');
  header.id = 'global-nav';
  const nav = make('nav', 'global-nav__nav');
  nav.setAttribute('aria-label', 'Primary');
  nav.append(link('/feed/', 'Home'), link('/mypreferences/d/categories/privacy', 'Settings'));
  const nameMember = (name: string) => nav.append(link(`/in/${name}`, 'Me', 'global-nav__me'));
  if (vanity) nameMember(vanity);
  else void asked?.then((name) => name && nameMember(name));
  header.append(nav);

  const main = make('main', 'settings-main');
  main.append(make('h1', 'settings-title', options.title));
  document.title = `${options.title} | LinkedIn`;
  document.getElementById('root')?.replaceChildren(aside, header, main);
  return main;
}
