// Started by ConsoleTest, see world.mjs.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { CONSOLE, DESKTOP, KEYS, PHONE, STAGE, TXIDS, axe, browser, picture, settle, visit } from './world.mjs';

after(() => browser.close());

const APPLICATION = '7f1c8a52-8f0e-4f5e-9a44-0c7d3d9f1a11';
const PAGES = {
  messages: '/messages',
  message: `/messages/${TXIDS.settled}`,
  parked: `/messages/${TXIDS.parked}`,
  short: `/messages/${TXIDS.short}`,
  flow: '/flow?window=P7D',
  chains: '/chains',
  waiting: '/waiting',
  limits: '/limits',
  artifacts: '/artifacts',
  artifact: '/artifacts/TEST-BTC',
  gas: `/gas?txid=${TXIDS.settled}`,
  statement: '/gas?payer=0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266&month=2026-11',
  onboarding: '/onboarding',
  application: `/onboarding/${APPLICATION}`,
  apply: '/onboarding/apply',
  registrations: '/onboarding/registrations',
  registration: '/onboarding/registrations/5d1c8a52-8f0e-4f5e-9a44-0c7d3d9f1b01',
  propose: '/onboarding/registrations/propose',
  primitive: '/onboarding/primitives/vault-btc',
  handlers: '/handlers',
  handler: `/handlers/Alpha:0x${'11'.repeat(20)}`,
  register: '/handlers/register',
  conformance: '/chains/Alpha',
  nowhere: '/nowhere',
};

test('by keyboard alone: sign in, search, read a message, sign out', async () => {
  const { page, troubles, close } = await visit({ path: '/flow' });
  await page.getByRole('heading', { name: 'Settlement console' }).waitFor();
  await page.keyboard.type('no such key');
  await page.keyboard.press('Enter');
  const alert = page.getByRole('alert');
  await alert.waitFor();
  assert.match(await alert.innerText(), /unauthenticated/);
  await page.getByLabel('API key').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(KEYS.partner);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Flow', exact: true }).waitFor();
  // From the beginning of the page: past "skip", to the search.
  await page.keyboard.press('Tab');
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Skip to the content/);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  await page.keyboard.type('nonsense');
  await page.keyboard.press('Enter');
  await page.getByText('Write a message id').waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(TXIDS.settled);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${CONSOLE}/messages/${TXIDS.settled}`);
  await page.getByRole('heading', { name: 'Timeline' }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  assert.ok(!(await page.getByRole('link', { name: 'Limits' }).isVisible()), 'a partner is offered no operators’ page');
  assert.ok(!page.url().includes(KEYS.partner));
  await page.getByRole('button', { name: 'Sign out' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('API key').waitFor();
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  assert.deepEqual(troubles, []);
  await close();
});

test('the message page tells both chains, stages, signatures and gas', async () => {
  const { page, close } = await visit({ key: KEYS.partner, path: PAGES.message });
  await settle(page);
  const text = await page.locator('main').innerText();
  for (const told of ['From Alpha', 'To Beta', 'Settled', 'Nothing more will happen', '2 of 2', 'Callback', '0.0016', 'TEST-BTC']) {
    assert.ok(text.includes(told), `${told} is not in ${text}`);
  }
  assert.equal(await page.locator('.way .done').count(), 7);
  await page.getByRole('button', { name: 'Raw' }).click();
  assert.match(await page.locator('pre').innerText(), /"MessageObserved"/);
  await close();
});

test('a parked message tells why, what to do, and what a redrive would come to', async () => {
  const { page, close } = await visit({ key: KEYS.operator, path: PAGES.parked });
  await settle(page);
  await page.getByText('Why it waits:').waitFor();
  await page.getByRole('button', { name: 'Simulate' }).click();
  await page.getByText('REVERTED: the handler is paused').waitFor();
  await page.getByRole('button', { name: 'Redrive…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Because').fill('the handler is mended');
  assert.deepEqual(await axe(page), []);
  await picture(page, 'redrive');
  await dialog.getByRole('button', { name: 'Redrive' }).click();
  const problem = dialog.getByRole('alert');
  await problem.waitFor();
  assert.match(await problem.innerText(), /message-not-parked/);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await close();
});

test('a message that is on its way is followed live', async () => {
  const { page, close } = await visit({ key: KEYS.partner, path: `/messages/${TXIDS.moving}` });
  await page.getByText('Live', { exact: true }).waitFor();
  assert.equal(await page.locator('.way .current').innerText().then((text) => text.includes('Delivering')), true);
  await fetch(STAGE, { method: 'POST' });
  await page.locator('.way .current', { hasText: 'Delivered' }).waitFor({ timeout: 10_000 });
  await page.locator('.head .badge', { hasText: 'Delivered' }).waitFor();
  await close();
});

const SCREENS = { desktop: DESKTOP, phone: PHONE };

/** Looks at a page on both screens: wide in light colours, narrow in dark ones; pictures are of all four. */
async function lookAt(page, what) {
  for (const [name, screen] of Object.entries(SCREENS)) {
    await page.setViewportSize(screen);
    const schemes = name === 'desktop' ? ['light', 'dark'] : ['dark', 'light'];
    for (const [place, scheme] of schemes.entries()) {
      await page.emulateMedia({ colorScheme: scheme });
      await settle(page);
      if (place === 0) {
        assert.deepEqual(await axe(page), [], `${scheme}, ${name}`);
      }
      await picture(page, `${what}-${scheme}-${name}`);
    }
    const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    assert.ok(wide <= seen, `the page is ${wide} wide, the screen ${seen}`);
  }
}

test('every page is for everybody: no finding of axe in light and dark, on desktop and phone', { concurrency: 2 }, async (t) => {
  await Promise.all([
    t.test('sign in', async () => {
      const { page, close } = await visit();
      await page.getByLabel('API key').waitFor();
      await lookAt(page, 'sign-in');
      await close();
    }),
    ...Object.entries(PAGES).map(([what, path]) =>
      t.test(what, async () => {
        const { page, troubles, close } = await visit({ key: KEYS.operator, path });
        await settle(page);
        await lookAt(page, what);
        assert.equal(await page.getByRole('alert').count(), 0, 'no problem is shown');
        assert.deepEqual(troubles, []);
        await close();
      }),
    ),
  ]);
});
