// What the browser's tests share: a browser before the gateway that ConsoleTest started, and its messages.
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { launch } from './chromium.mjs';

function given(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: these tests are started by ConsoleTest`);
  return value;
}

export const CONSOLE = `${given('GATEWAY')}/console`;
export const STAGE = given('STAGE');
export const KEYS = { partner: given('PARTNER'), operator: given('OPERATOR') };
export const TXIDS = {
  settled: given('SETTLED'),
  parked: given('PARKED'),
  short: given('SHORT'),
  moving: given('MOVING'),
};
export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A browser for all tests of a file. */
export const browser = await launch();

/** A page of its own, whose troubles are collected; signed in when a key is given. */
export async function visit({ key, path = '/', screen = DESKTOP, scheme = 'light' } = {}) {
  const context = await browser.newContext({
    viewport: screen,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
  });
  if (key) await context.addInitScript((value) => sessionStorage.setItem('settlement-console-key', value), key);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) troubles.push(message.text());
  });
  await page.goto(CONSOLE + path);
  return { page, troubles, close: () => context.close() };
}

/** Waits until nothing is loading any more. */
export async function settle(page) {
  await page.locator('main').waitFor();
  await page.waitForFunction(() => !/Loading|Connecting…/.test(document.body.innerText));
}

/** What axe finds wrong, in words. */
export async function axe(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)} ${node.any.map((one) => one.message).join('; ')}`));
}

export function picture(page, name) {
  return page.screenshot({ path: join(given('PICTURES'), `${name}.png`) });
}
