// Started by ConsoleTest, see world.mjs. What the services say is in answers.json.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { CONSOLE, KEYS, axe, browser, settle, visit } from './world.mjs';

after(() => browser.close());

const ID = '5d1c8a52-8f0e-4f5e-9a44-0c7d3d9f1b01';
const FROM = `Alpha:0x${'11'.repeat(20)}`;
const TO = `Beta:0x${'22'.repeat(20)}`;
const SIGNATURE = `0x${'5f'.repeat(65)}`;

/** What a page asks the API to change. */
function changes(page) {
  const asked = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') asked.push({ what: `${request.method()} ${new URL(request.url()).pathname}`, body: request.postDataJSON() });
  });
  return asked;
}

test('a partner proposes a route, sees why it waits, signs it, and it is in the book', async () => {
  const { page, troubles, close } = await visit({ key: KEYS.partner, path: '/onboarding' });
  const asked = changes(page);
  await page.evaluate((signature) => {
    window.asked = [];
    window.ethereum = {
      request: async ({ method, params }) => {
        window.asked.push([method, params]);
        return method === 'eth_requestAccounts' ? [`0x${'7a'.repeat(20)}`] : signature;
      },
    };
  }, SIGNATURE);
  await page.getByRole('link', { name: 'Registrations' }).click();
  await settle(page);
  await page.getByText('1 of 2 signed, 1 differs, 1 could not be asked').waitFor();
  await page.getByRole('link', { name: 'Propose' }).click();
  await page.getByRole('button', { name: 'Propose' }).click();
  await page.getByText('2 fields need another look.').waitFor();
  await page.getByLabel('From').fill(FROM);
  await page.getByLabel('To', { exact: true }).fill(TO);
  assert.deepEqual(await axe(page), []);
  await page.getByRole('button', { name: 'Propose' }).click();
  await page.waitForURL(`${CONSOLE}/onboarding/registrations/${ID}`);
  assert.deepEqual(asked, [{ what: 'POST /v1/onboarding/registrations/routes', body: { from: FROM, to: TO, bothWays: true } }]);

  await page.getByText('It waits: 1 of 2 signed').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Withdraw…' }).count(), 0, 'it is another partner’s');
  await page.getByRole('button', { name: 'Sign with this browser’s wallet' }).click();
  await page.getByText(`Signed by 0x${'7a'.repeat(20)}.`).waitFor();
  const [method, [account, typed]] = await page.evaluate(() => window.asked.at(-1));
  assert.equal(method, 'eth_signTypedData_v4');
  assert.equal(account, `0x${'7a'.repeat(20)}`);
  assert.equal(JSON.parse(typed).message.from, FROM);
  const hand = page.getByRole('button', { name: 'Hand in the signature' });
  await hand.click();
  assert.match(await page.getByRole('alert').innerText(), /registration-differs/);
  await hand.click();
  await page.locator('.head .badge', { hasText: 'Registered' }).waitFor();
  assert.deepEqual(asked.at(-1).body, { signature: SIGNATURE, signer: null });
  assert.equal(await hand.count(), 0);
  assert.deepEqual(troubles, []);
  await close();
});

test('an operator admits a primitive and says why; a partner does not', async () => {
  const partner = await visit({ key: KEYS.partner, path: '/onboarding/primitives/vault-btc' });
  await settle(partner.page);
  assert.equal(await partner.page.getByRole('button', { name: 'Admit…' }).count(), 0);
  await partner.close();

  const { page, close } = await visit({ key: KEYS.operator, path: '/onboarding/registrations' });
  const asked = changes(page);
  await page.getByRole('link', { name: 'vault-btc' }).click();
  await page.getByRole('button', { name: 'Admit…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Because').fill('reviewed by two');
  assert.deepEqual(await axe(page), []);
  await dialog.getByRole('button', { name: 'Admit' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.deepEqual(asked, [{ what: 'POST /v1/primitives/vault-btc/admit', body: { reasons: ['reviewed by two'] } }]);
  await page.locator('.head .badge', { hasText: 'Admitted' }).waitFor();
  await close();
});
