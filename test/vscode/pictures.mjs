// The pictures of the README: what is open, and what is done in the window until there is something to see.
// `place` is a text of the sample that stands once on its line; its end is where the cursor goes.

export const pictures = [
  {
    name: 'squiggle-and-hover',
    sample: 'bad/vmware-migration.ims.yaml',
    place: 'size: 4 GB', // further down, so that there is room for the hover
    async show(page) {
      await hover(page, 'image: payroll', 'payroll', 'share-encrypted');
    },
  },
  {
    name: 'ledger',
    sample: 'bad/vmware-migration.ims.yaml',
    place: 'size: 4 GB', // further down, so that there is room for the hover
    async show(page) {
      await hover(page, 'action: share', 'share', 'share-tenant-limit');
    },
  },
  {
    name: 'completion',
    sample: 'good/inventory.ims.yaml',
    place: 'image: ',
    async show(page) {
      await page.keyboard.press('Control+Space');
      await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
      await page.keyboard.press('Control+Space'); // its documentation
      await page.locator('.suggest-details-container:visible', { hasText: 'Image' }).waitFor();
    },
  },
  {
    name: 'quick-fixes',
    sample: 'bad/vmware-migration.ims.yaml',
    place: 'size: 128.5',
    async show(page) {
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget .monaco-list-row').first().waitFor();
    },
  },
  {
    name: 'outline',
    sample: 'bad/encryption.ims.yaml',
    place: '# and may not leave',
    size: { width: 940, height: 540 },
    async show(page) {
      await run(page, 'Explorer: Focus on Outline View');
      await page.getByRole('button', { name: 'Explorer Section: samples' }).click(); // all the room for the outline
      await page.locator('.outline-pane .monaco-list-row').first().waitFor();
    },
  },
  {
    name: 'problems',
    sample: 'bad/inventory.ims.yaml',
    place: 'operations:',
    async show(page) {
      await run(page, 'Problems: Focus on Problems View');
      await page.locator('.markers-panel .monaco-list-row').nth(5).waitFor();
    },
  },
  {
    name: 'rule-page',
    sample: 'bad/vmware-migration.ims.yaml',
    place: 'image: payroll',
    async show(page) {
      await run(page, 'IMS Manifest: Explain Rule');
      await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'share-encrypted' }).waitFor();
      await page.keyboard.press('Enter');
      await page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('h1').first().waitFor();
    },
  },
  {
    name: 'chinese-window',
    language: 'zh-cn',
    sample: 'bad/vmware-migration.ims.yaml',
    place: 'size: 4 GB', // further down, so that there is room for the hover
    size: { width: 940, height: 720 },
    async show(page) {
      await run(page, 'Problems: Focus on Problems View');
      await page.locator('.markers-panel .monaco-list-row').nth(5).waitFor();
      await hover(page, 'image: payroll', 'payroll', 'share-encrypted');
    },
  },
];

/** Points at a text on a line, until the hover says something. */
async function hover(page, line, text, says) {
  const at = page.locator('.view-line', { hasText: line }).first();
  await at.getByText(text).last().hover();
  await page.locator('.monaco-hover:visible', { hasText: says }).waitFor();
}

/** Runs a command from the palette. */
async function run(page, title) {
  await page.keyboard.press('F1');
  const palette = page.locator('.quick-input-widget');
  await palette.locator('input').fill(`>${title}`);
  await palette
    .locator('.monaco-list-row', { hasText: title.split(': ').at(-1) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
}
