// The first view of pages in a browser that has nothing of them kept: ms until the server's first byte, until something is painted, and until all is loaded.
// Arguments: folder of the package playwright, addresses as JSON, cookies as JSON.
const [, , folder, addresses, cookies] = process.argv;
const { chromium } = require(folder);

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.GREENPRINT_CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
  const result = [];
  for (const address of JSON.parse(addresses)) {
    const views = [];
    for (let i = 0; i < 10; i++) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      await context.addCookies(JSON.parse(cookies));
      const page = await context.newPage();
      await page.goto(address, { waitUntil: 'load' });
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      views.push(await page.evaluate(() => {
        const [way] = performance.getEntriesByType('navigation');
        return { firstByteMs: way.responseStart, firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0].startTime, loadedMs: way.loadEventEnd };
      }));
      await context.close();
    }
    result.push(views);
  }
  await browser.close();
  console.log(JSON.stringify(result));
})();
