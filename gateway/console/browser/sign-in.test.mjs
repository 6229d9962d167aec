// Started by ConsoleTest, see world.mjs. The issuer is one too: SignInDesk.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { CONSOLE, axe, browser, settle, visit } from './world.mjs';

after(() => browser.close());

/** From the sign-in page to the issuer's, and what is said there. */
async function goTo(page, { name = '', role = '', seconds = '600', answer = 'Enter' }) {
  await page.getByRole('button', { name: /^Sign in at / }).click();
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Role').fill(role);
  await page.getByLabel('Seconds').fill(seconds);
  await page.getByRole('button', { name: answer }).click();
}

/** Credentials of what is asked of the API. */
function shown(page) {
  const headers = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/v1/')) headers.push(request.headers());
  });
  return headers;
}

test('an operator signs in at the issuer and comes back to where he was', async () => {
  const { page, troubles, close } = await visit({ path: '/flow?window=P7D' });
  const headers = shown(page);
  await goTo(page, { name: 'alice', role: 'settlement-operator' });
  await page.waitForURL(`${CONSOLE}/flow?window=P7D`);
  await page.getByRole('heading', { name: 'Flow', exact: true }).waitFor();
  await page.locator('.who', { hasText: 'alice' }).waitFor();
  await page.getByRole('link', { name: 'Limits' }).waitFor();
  assert.ok(headers.length > 1);
  for (const one of headers) {
    assert.match(one.authorization, /^Bearer ey/);
    assert.equal(one['x-api-key'], undefined);
  }
  const token = headers[0].authorization.slice('Bearer '.length);
  const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]));
  assert.ok(!kept.includes(token.slice(0, 20)), 'the token is in memory alone');
  assert.equal(kept, '[{},{},""]');
  assert.deepEqual(troubles, []);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('API key').waitFor();
  await close();
});

test('a token is gone with the page', async () => {
  const { page, close } = await visit({ path: '/chains' });
  await goTo(page, { name: 'bob', role: 'settlement-viewer' });
  await page.locator('.who', { hasText: 'bob' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: /^Sign in at / }).waitFor();
  await close();
});

test('a token that is about to end is renewed', async () => {
  const { page, close } = await visit({ path: '/chains' });
  const headers = shown(page);
  const renewed = page.waitForRequest((request) => /grant_type=refresh_token/.test(request.postData() ?? ''));
  await goTo(page, { name: 'carol', role: 'settlement-viewer', seconds: '20' });
  await (await (await renewed).response()).finished();
  await page.locator('.who', { hasText: 'carol' }).waitFor();
  const first = headers[0].authorization;
  await page.getByRole('link', { name: 'Gas' }).click();
  await page.waitForURL(`${CONSOLE}/gas`);
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => !/Loading/.test(document.body.innerText));
  assert.notEqual(headers.at(-1).authorization, first);
  await close();
});

test('who refuses, has no role, or comes with another’s answer is told so and may try again', async () => {
  const { page, close } = await visit();
  await goTo(page, { name: 'dave', answer: 'Refuse' });
  let alert = page.getByRole('alert');
  await alert.waitFor();
  assert.match(await alert.innerText(), /not today[\s\S]*access_denied/);
  assert.ok(!page.url().includes('error='));
  assert.deepEqual(await axe(page), []);

  await goTo(page, { name: 'dave', role: 'gardener' });
  await alert.waitFor();
  assert.match(await alert.innerText(), /no-role/);

  await page.goto(`${CONSOLE}/signed-in?code=stolen&state=of-another`);
  alert = page.getByRole('alert');
  await alert.waitFor();
  assert.match(await alert.innerText(), /You are not signed in/);
  await goTo(page, { name: 'dave', role: 'settlement-viewer' });
  await page.locator('.who', { hasText: 'dave' }).waitFor();
  await settle(page);
  await close();
});
