// Started by ConsoleTest with 100,000 messages, see world.mjs.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { KEYS, browser, visit } from './world.mjs';

after(() => browser.close());

const PAST = 5_000;

test('the list is there at once and scrolls far without growing', async () => {
  const began = performance.now();
  const { page, troubles, close } = await visit({ key: KEYS.partner, path: '/messages' });
  await page.locator('table.messages tbody a').first().waitFor().catch(async (thrown) => assert.fail(`${thrown} ${await page.locator('body').innerText()} ${troubles}`));
  const took = performance.now() - began;
  assert.ok(took < 5_000, `it took ${took} ms`);
  console.log(`first rows after ${Math.round(took)} ms`);

  const shown = () => page.locator('.more').innerText().then((text) => Number(/^(\d+)/.exec(text)?.[1] ?? 0));
  const scrolling = performance.now();
  while ((await shown()) < PAST) {
    const before = await shown();
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForFunction((count) => !document.querySelector('.more')?.textContent?.startsWith(`${count} `), before);
  }
  console.log(`${await shown()} rows after ${Math.round(performance.now() - scrolling)} ms of scrolling`);
  const rows = await page.locator('table.messages tbody tr').count();
  assert.ok(rows < 150, `${rows} rows are in the document`);
  const txids = await page.locator('table.messages tbody a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.equal(new Set(txids).size, txids.length);
  assert.deepEqual(troubles, []);
  await close();
});
