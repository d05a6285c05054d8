/** The pages for members: the settings, their category, and a home page. */
import { OUR_PATH, SIBLINGS } from './catalogue.ts';
import { categoryScript } from './client-script.ts';
import { document, shell } from './html.ts';
import { newToken, traitsOf } from './members.ts';
import { ANOTHER_VANITY, ourPage, siblingPage, wordsOf } from './our-page.ts';
import { csrfCookie, type MemberVisit, replyHtml, replyRedirect, sessionCookies, setCookies } from './reply.ts';
import { answerStatus, WALLS } from './walls.ts';

/** `/mypreferences/<d or m>/<path>` */
export function answerSettings(visit: MemberVisit): void | Promise<void> {
  const path = visit.url.pathname.replace(/^\/mypreferences\/[dm]\//, '').replace(/\/$/, '');
  const sibling = SIBLINGS.find((page) => page.path === path);
  giveCookies(visit);
  if (sibling && isWithheld(visit, sibling.path)) return replyRedirect(visit, '/mypreferences/d/categories/privacy');
  if (sibling) return replyHtml(visit, siblingPage(visit, visit.account, sibling));
  if (path !== OUR_PATH) return answerStatus(visit, 404);
  const { answer } = traitsOf(visit.account);
  if (answer === undefined) return replyHtml(visit, ourPage(visit, visit.account));
  if (typeof answer === 'number') return answerStatus(visit, answer);
  return WALLS[answer](visit);
}

function isWithheld({ account }: MemberVisit, path: string): boolean {
  return traitsOf(account).withholds?.includes(path) ?? false;
}

export function answerCategory(visit: MemberVisit): void {
  const { category } = traitsOf(visit.account);
  giveCookies(visit);
  if (typeof category === 'number') answerStatus(visit, category);
  else replyHtml(visit, categoryPage(visit, category));
}

function categoryPage(visit: MemberVisit, category: 'lacks-row' | 'empty' | undefined): string {
  const traits = traitsOf(visit.account);
  const base = visit.url.pathname.split('/').slice(0, 3).join('/');
  const ours = { path: OUR_PATH, title: wordsOf(traits).title };
  const offered = category === 'lacks-row' ? SIBLINGS : [...SIBLINGS.slice(0, 2), ours, ...SIBLINGS.slice(2)];
  const rows = category === 'empty' ? [] : offered.filter(({ path }) => !isWithheld(visit, path));
  return shell({
    title: 'LinkedIn',
    script: categoryScript({
      title: 'Data privacy',
      renderAfter: traits.categoryAfter ?? 0,
      restAfter: traits.categoryRestAfter ?? 0,
      rows: rows.map(({ path, title }) => ({ href: `${base}/${path}`, title })),
    }),
  });
}

export function answerFeed(visit: MemberVisit): void {
  const vanity = traitsOf(visit.account).signedInAs ? ANOTHER_VANITY : visit.account.vanity;
  giveCookies(visit);
  replyHtml(
    visit,
    document({
      title: 'Feed | LinkedIn',
      body: `<div id="root"><aside><a href="/in/other-person/">Other Person</a></aside>
<header id="global-nav" class="global-nav"><nav class="global-nav__nav" aria-label="Primary"><a href="/feed/">Home</a>
<a href="/mypreferences/d/categories/privacy">Settings</a><a class="global-nav__me" href="/in/${vanity}">Me</a></nav></header>
<main><h1>Feed</h1><p>Nothing new today.</p></main></div>`,
      script: `localStorage.setItem('voyager-web:badges', '{"notifications":0}');`,
    }),
  );
}

/** A session that came with li_at alone gets its CSRF token on the way, and some get another li_at. */
function giveCookies(visit: MemberVisit): void {
  if (traitsOf(visit.account).rotates) {
    visit.account.token = newToken();
    setCookies(visit, sessionCookies(visit.account));
  } else if (!visit.arrival.cookies.includes('JSESSIONID')) setCookies(visit, [csrfCookie(visit.account)]);
}
