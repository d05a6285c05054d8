/** Signing in, and the pages that ask for it. */
import { document, escapeHtml } from './html.ts';
import { type Account, traitsOf } from './members.ts';
import { readBody, replyHtml, replyRedirect, sessionCookies, setCookies, type Visit } from './reply.ts';

export function signInPage(visit: Visit): string {
  const to = visit.url.searchParams.get('session_redirect') ?? '/feed/';
  return document({
    title: 'LinkedIn Login, Sign in | LinkedIn',
    body: `<main><h1>Sign in</h1>
<form class="login__form" action="/uas/login-submit" method="post">
  <input type="hidden" name="session_redirect" value="${escapeHtml(to)}">
  <p><label for="username">Email or phone</label> <input id="username" name="session_key" autocomplete="username"></p>
  <p><label for="password">Password</label> <input id="password" name="session_password" type="password"></p>
  <button type="submit">Sign in</button>
</form></main>`,
  });
}

export function chooserPage(): string {
  return document({
    title: 'LinkedIn Login | LinkedIn',
    body: '<main><h1>Welcome back</h1><div id="rememberme-div"><button>Sign in as Robin</button></div></main>',
  });
}

export function pinPage(account?: Account): string {
  return document({
    title: 'Security Verification | LinkedIn',
    body: `<main><h1>Let’s do a quick verification</h1>
<form action="/checkpoint/challenge/verify" method="post">
  <input type="hidden" name="member" value="${account?.vanity ?? ''}">
  <p><label for="input__email_verification_pin">Enter the code that we sent you</label>
  <input id="input__email_verification_pin" name="pin"></p>
  <button type="submit">Submit</button>
</form></main>`,
  });
}

function checkPage(account: Account): string {
  return document({
    title: 'Security Verification | LinkedIn',
    body: `<main><h1>A quick security check</h1>
<form action="/checkpoint/challenge/check" method="post">
  <input type="hidden" name="member" value="${account.vanity}"><input type="hidden" name="checked" value="yes">
  <button type="submit">I am a person</button>
</form></main>`,
  });
}

/** The walls stand whatever the cookies say; only the front door knows who is in already. */
export function answerSignIn(visit: Visit): void {
  if (visit.account && visit.url.pathname === '/login') replyRedirect(visit, '/feed/');
  else replyHtml(visit, signInPage(visit));
}

/** Whoever gives a member's vanity as the name is let in: the look-alike has no passwords. */
export async function takeSignIn(visit: Visit): Promise<void> {
  const form = new URLSearchParams(await readBody(visit.request));
  const account = accountNamed(visit, form.get('session_key'));
  const to = form.get('session_redirect') ?? '/feed/';
  if (!account) return replyRedirect(visit, '/uas/login?error=1');
  if (traitsOf(account).signIn) return replyHtml(visit, pinPage(account));
  letIn(visit, account, to);
}

export async function answerChallenge(visit: Visit): Promise<void> {
  if (visit.request.method !== 'POST') return replyHtml(visit, pinPage(visit.account));
  const form = new URLSearchParams(await readBody(visit.request));
  const account = accountNamed(visit, form.get('member'));
  if (!account) return replyRedirect(visit, '/uas/login?error=1');
  if (traitsOf(account).signIn !== 'pin-and-check' || form.has('checked')) return letIn(visit, account, '/feed/');
  setCookies(visit, sessionCookies(account));
  replyHtml(visit, checkPage(account));
}

export function letIn(visit: Visit, account: Account, to: string): void {
  account.signedIn = true;
  setCookies(visit, sessionCookies(account));
  replyRedirect(visit, /^\/(?!\/)/.test(to) ? to : '/feed/');
}

function accountNamed(visit: Visit, vanity: string | null): Account | undefined {
  return visit.grounds.accounts.find((account) => account.vanity === vanity);
}
