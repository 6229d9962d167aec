// Started by ConsoleTest, see world.mjs. What the registry says on the way is in walk.json.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { CONSOLE, DESKTOP, KEYS, PHONE, axe, browser, picture, settle, visit } from './world.mjs';

after(() => browser.close());

const ID = '3c1c8a52-8f0e-4f5e-9a44-0c7d3d9f1a22';
const FAR = '7f1c8a52-8f0e-4f5e-9a44-0c7d3d9f1a11';
const HANDLER = `Alpha:0x${'11'.repeat(20)}`;
const NEWCOMER = `0x${'ad'.repeat(20)}`;
const SIGNATURE = `0x${'5f'.repeat(65)}`;

/** What a page asks the API to change. */
function changes(page) {
  const asked = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') {
      asked.push({
        what: `${request.method()} ${new URL(request.url()).pathname}`,
        key: request.headers()['idempotency-key'],
        body: request.postDataJSON(),
      });
    }
  });
  return asked;
}

/** Fields in trouble with what is said of each, as who does not see them hears it. */
function troubled(page) {
  return page.locator('[aria-invalid="true"]').evaluateAll((fields) =>
    fields.map((field) => `${field.name}: ${document.getElementById(field.getAttribute('aria-describedby').split(' ')[0] ?? '')?.textContent} ${document.getElementById(field.getAttribute('aria-describedby').split(' ').find((id) => id.endsWith('-error')))?.textContent}`),
  );
}

/** Fields by their names in what is sent. */
const field = (page, name) => page.locator(`[name="${name}"]`);

/** Decides in the dialog that belongs to it; it goes when that was taken. */
async function decide(page, action) {
  const dialog = await open(page, action);
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function open(page, action) {
  await page.getByRole('button', { name: `${action}…`, exact: true }).click();
  return page.getByRole('dialog');
}

const stage = (page, name) => page.locator('.head .badge', { hasText: name }).waitFor();

test('an application goes from the form to a decision', async (t) => {
  await t.test('its team applies, and mends what the registry does not take where it is wrong', async () => {
    const { page, troubles, close } = await visit({ key: KEYS.partner, path: '/onboarding' });
    const asked = changes(page);
    await page.getByRole('link', { name: 'Apply for a chain' }).click();
    const apply = page.getByRole('button', { name: 'Apply', exact: true });
    await apply.click();
    await page.getByText('6 fields need another look.').waitFor();
    assert.deepEqual(asked, []);
    assert.equal(await page.evaluate(() => document.activeElement.name), 'chain');
    await field(page, 'chain').fill('Alph');
    await field(page, 'chainId').fill('4242');
    await field(page, 'providers[0].url').fill('https://rpc.delta.example');
    await field(page, 'providers[0].operator').fill('Delta nodes');
    await page.getByRole('button', { name: 'Add another provider' }).click();
    assert.equal(await page.evaluate(() => document.activeElement.name), 'providers[1].url');
    await page.keyboard.type('https://delta.nodes.example');
    await field(page, 'providers[1].operator').fill('Nodes Ltd');
    await field(page, 'contacts[0].name').fill('Desk');
    await field(page, 'contacts[0].email').fill('desk@delta.example');
    await field(page, 'declaration').fill('{"chain": {"name": "Delta"}}');
    await apply.click();
    await page.locator('[name="chain"][aria-invalid="true"]').waitFor();
    assert.match((await troubled(page)).join(), /^chain: .*begins the name of another chain/);
    assert.equal(await page.evaluate(() => document.activeElement.name), 'chain');
    await field(page, 'chain').fill('Delta');
    await apply.click();
    await page.locator('[name="providers[1].url"][aria-invalid="true"]').waitFor();
    assert.match((await troubled(page)).join(), /no answer within PT3S/);
    assert.deepEqual(await axe(page), []);
    await picture(page, 'apply-refused');
    await page.setViewportSize(PHONE);
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture(page, 'apply-refused-phone');
    await page.setViewportSize(DESKTOP);
    // The same wish once more, after a while.
    await apply.click();
    await page.waitForURL(`${CONSOLE}/onboarding/${ID}`);
    const [unsafe, hanging, taken] = asked;
    assert.notEqual(unsafe.key, hanging.key);
    assert.equal(hanging.key, taken.key);
    assert.deepEqual(taken.body.providers[1], { url: 'https://delta.nodes.example', webSocketUrl: null, operator: 'Nodes Ltd' });
    assert.deepEqual(taken.body.declaration, { chain: { name: 'Delta' } });
    await settle(page);
    assert.equal(await page.getByRole('button', { name: 'Review…' }).count(), 0, 'a partner does not decide');
    await page.getByRole('button', { name: 'Withdraw…' }).waitFor();
    await field(page, 'text').fill('Our nodes are ready.');
    await page.getByRole('button', { name: 'Say it' }).click();
    await page.getByRole('cell', { name: 'Our nodes are ready.' }).waitFor();
    assert.deepEqual(troubles, []);
    await close();
  });

  await t.test('an operator reads, calls, has it measured, waives and refuses', async () => {
    const { page, troubles, close } = await visit({ key: KEYS.operator, path: `/onboarding/${ID}` });
    const asked = changes(page);
    await settle(page);
    await decide(page, 'Review');
    await stage(page, 'Reviewing');

    const dialog = await open(page, 'Schedule call');
    await dialog.getByLabel('Day and time').fill('2027-01-04T10:30');
    await dialog.getByRole('button', { name: 'Schedule call' }).click();
    assert.match(await dialog.getByRole('alert').innerText(), /changed-meanwhile[\s\S]*/);
    assert.deepEqual(await axe(page), []);
    await picture(page, 'schedule-call');
    await dialog.getByRole('button', { name: 'Schedule call' }).click();
    await dialog.waitFor({ state: 'detached' });
    await stage(page, 'Call scheduled');
    assert.equal(asked.at(-1).body.at, '2027-01-04T09:30:00.000Z', 'Berlin is an hour ahead');
    await decide(page, 'Hold call');
    await stage(page, 'Conformance');

    await page.getByRole('button', { name: 'Ask for a run…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByText('2 of 5').waitFor();
    await page.getByText('5 of 5: 3 met, 1 broken, 1 not known').waitFor();
    await page.getByRole('button', { name: 'Waive… PROV-01' }).click();
    await page.getByLabel('Because').fill('two will do');
    await page.getByRole('dialog').getByRole('button', { name: 'Waive' }).click();
    await page.getByRole('cell', { name: 'two will do' }).waitFor();

    await page.getByText('Conformance passed').first().click();
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText('1 of 1 findings are not as they should be.').waitFor();
    await page.getByRole('button', { name: 'Waive… Conformance passed' }).click();
    await page.getByLabel('Because').fill('a test network of our own');
    await page.getByRole('dialog').getByRole('button', { name: 'Waive' }).click();
    await stage(page, 'Testnet');

    await page.getByRole('button', { name: 'Tell where they are… on the test network' }).click();
    for (const [name, value] of [['settlement', '61'], ['verifier', '62'], ['gasService', '63'], ['handlers[0].address', '66'], ['handlers[0].token', '67']]) {
      await field(page, name).fill(`0x${value.repeat(20)}`);
    }
    await field(page, 'handlers[0].counterparts').fill('Alpha');
    await page.getByRole('button', { name: 'Tell', exact: true }).click();
    await page.locator('[name="handlers[0].counterparts"][aria-invalid="true"]').waitFor();
    assert.deepEqual(await axe(page), []);
    await picture(page, 'deployment');
    await field(page, 'handlers[0].counterparts').fill(`Alpha:0x${'11'.repeat(20)}`);
    await page.getByRole('button', { name: 'Tell', exact: true }).click();
    await page.getByText('Tell anew…').waitFor();
    assert.deepEqual(asked.at(-1).body.handlers[0].counterparts, [`Alpha:0x${'11'.repeat(20)}`]);

    await page.getByRole('button', { name: 'Reject…' }).click();
    const last = page.getByRole('dialog');
    await last.getByRole('button', { name: 'Reject' }).click();
    assert.equal(await last.count(), 1, 'a refusal needs a reason');
    await last.getByLabel('Because').fill('the team went silent');
    await picture(page, 'reject');
    await last.getByRole('button', { name: 'Reject' }).click();
    await stage(page, 'Rejected');
    assert.deepEqual(asked.at(-1).body, { action: 'REJECT', reason: 'the team went silent', at: null });
    assert.equal(await page.getByRole('button', { name: 'Check now' }).count(), 0);
    assert.deepEqual(troubles, []);
    await close();
  });

  await t.test('its team applies again with what it said before', async () => {
    const { page, close } = await visit({ key: KEYS.partner, path: `/onboarding/${ID}` });
    await page.getByRole('link', { name: 'Apply again' }).click();
    await field(page, 'chain').waitFor();
    assert.equal(await field(page, 'chain').inputValue(), 'Delta');
    assert.equal(await field(page, 'providers[1].operator').inputValue(), 'Nodes Ltd');
    await close();
  });
});

test('a handler is registered by the signature of its owner’s wallet', async () => {
  const { page, troubles, close } = await visit({ key: KEYS.partner, path: '/handlers' });
  await page.evaluate((signature) => {
    window.ethereum = {
      request: async (asked) => {
        window.heard = [...(window.heard ?? []), asked];
        return asked.method === 'personal_sign' ? signature : ['0x7171717171717171717171717171717171717171'];
      },
    };
  }, SIGNATURE);
  const asked = changes(page);
  await page.getByRole('link', { name: 'Register a handler' }).click();
  await page.getByLabel('Moves').selectOption('messages');
  await page.getByLabel('Address of the handler').fill(NEWCOMER);
  await page.getByRole('button', { name: 'Make the statement' }).click();
  await page.getByLabel('Statement', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Sign with this browser’s wallet' }).click();
  await page.getByText('Signed by 0x7171').waitFor();
  const text = await page.getByLabel('Statement', { exact: true }).innerText();
  const [, sign] = await page.evaluate(() => window.heard);
  assert.equal(Buffer.from(sign.params[0].slice(2), 'hex').toString(), text);
  assert.equal(await page.getByLabel('Signature', { exact: true }).inputValue(), SIGNATURE);
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await page.locator('[name="signature"][aria-invalid="true"]').waitFor();
  assert.deepEqual(await axe(page), []);
  await picture(page, 'claim');
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await page.waitForURL(`${CONSOLE}/handlers/Alpha:${NEWCOMER}`);
  await page.getByText('It is registered, and watched').waitFor();
  const [stated, , registered] = asked;
  assert.match(stated.body.nonce, /^0x[0-9a-f]{64}$/);
  assert.deepEqual(registered.body, { ...stated.body, signature: SIGNATURE });
  await settle(page);
  await page.getByRole('button', { name: 'Ask for a run…' }).waitFor();
  assert.deepEqual(troubles, []);
  await close();
});

test('an operator lends nodes, ends a waiver, compares reports, accepts what changed and has a handler tried', async () => {
  const { page, troubles, close } = await visit({ key: KEYS.operator, path: `/onboarding/${FAR}` });
  const asked = changes(page);
  const dialog = page.getByRole('dialog');
  const last = async () => (await dialog.waitFor({ state: 'detached' }), [asked.at(-1).what.split('/').slice(-3).join('/'), asked.at(-1).body]);
  await settle(page);
  await page.getByRole('button', { name: 'Let services read…' }).click();
  await dialog.getByLabel('Confirmations').fill('12');
  await dialog.getByRole('button', { name: 'Let them' }).click();
  assert.deepEqual(await last(), [`applications/${FAR}/nodes`, { network: 'TESTNET', confirmations: 12 }]);

  await page.getByRole('button', { name: 'End… the waiver of PROV-01' }).click();
  await dialog.getByLabel('Because').fill('the third operator is there');
  await dialog.getByRole('button', { name: 'End the waiver' }).click();
  assert.deepEqual(await last(), ['waivers/PROV-01/end', { reason: 'the third operator is there' }]);

  await page.getByText('What changed between versions').click();
  await page.getByRole('heading', { name: 'Mended' }).waitFor();
  const earlier = page.locator('details[open] > details', { hasText: 'Earlier checks' });
  await earlier.locator('summary').first().click();
  await earlier.locator('details').waitFor();
  assert.deepEqual(await axe(page), []);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Report 2 as PDF' }).click();
  assert.equal((await saved).suggestedFilename(), 'conformance-2-report.pdf');

  await page.goto(`${CONSOLE}/handlers/${HANDLER}`);
  await settle(page);
  await page.getByRole('button', { name: `Accept… what ${HANDLER} is now` }).click();
  await dialog.getByLabel('Because').fill('the owner moved to a new wallet');
  await picture(page, 'accept');
  await dialog.getByRole('button', { name: 'Accept' }).click();
  assert.deepEqual(await last(), [`drift/${HANDLER}/accept`, { reason: 'the owner moved to a new wallet' }]);

  await page.getByRole('button', { name: 'Set the stage…' }).click();
  await dialog.getByLabel('Stage').selectOption('0');
  await dialog.getByLabel('Because').fill('a day was not clean');
  await dialog.getByRole('button', { name: 'Set', exact: true }).click();
  const [, set] = await last();
  assert.deepEqual(set, { from: HANDLER, to: `Beta:0x${'22'.repeat(20)}`, stage: 0, because: 'a day was not clean' });

  await page.getByRole('button', { name: 'Other stages…' }).click();
  const stages = dialog.getByLabel('What may pass in a window at each stage, in TEST-BTC');
  assert.equal(await stages.inputValue(), '1\n10\n100');
  await stages.fill('0.5\n1 000\n1e3');
  await dialog.getByLabel('Because').fill('a larger partner');
  await dialog.getByRole('button', { name: 'Give' }).click();
  await dialog.locator('[aria-invalid="true"]').waitFor();
  await stages.fill('0.5\n1 000');
  await dialog.getByRole('button', { name: 'Give' }).click();
  assert.deepEqual((await last())[1].stages, ['50000000', '100000000000']);

  await page.getByRole('button', { name: 'Ask for a run…' }).click();
  await dialog.getByLabel('Gas of an ordinary delivery').fill('300000');
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  assert.deepEqual((await last())[1], { trial: { gas: 300000 } });
  assert.deepEqual(troubles, []);
  await close();
});
