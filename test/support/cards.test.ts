import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import icons from '../../src/cards/icons/icons.json' with { type: 'json' };
import { markdownHtml } from './card-pictures/markdown.ts';
import {
  accessibleNamesOf,
  readabilityOf,
  renderCards,
  screenshotCards,
  type Theme,
} from './card-pictures.ts';
import { openBrowser } from './browser.ts';
import { parseCard } from './cards.ts';

type Part = Record<string, unknown>;

function cardOf(body: Part[], more: Part = {}): Part {
  return { type: 'AdaptiveCard', version: '1.5', body, ...more };
}

function text(words: string, more: Part = {}): Part {
  return { type: 'TextBlock', text: words, wrap: true, ...more };
}

function execute(title: string, more: Part = {}): Part {
  const fallback = { type: 'Action.Submit', title, data: { verb: 'change' } };
  return { type: 'Action.Execute', title, verb: 'change', data: { card: 1 }, fallback, ...more };
}

const receipt = cardOf(
  [
    {
      type: 'ColumnSet',
      columns: [
        {
          type: 'Column',
          width: 'auto',
          items: [{ type: 'Image', url: icons.doNotDisturb, altText: 'Do not disturb', width: '24px' }],
        },
        {
          type: 'Column',
          width: 'stretch',
          items: [
            text("You're set to **Do not disturb**", { style: 'heading', size: 'Large' }),
            text('until 3:00 PM *today*, Europe/Paris', { isSubtle: true, spacing: 'None' }),
          ],
        },
      ],
    },
    text('What may hide it:\n- a call\n- `presenting`'),
    { type: 'FactSet', facts: [{ title: 'Request', value: '7d2f' }] },
  ],
  {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    refresh: { action: { type: 'Action.Execute', verb: 'refresh', data: {} }, userIds: ['29:ann'] },
    fallbackText: "You're set to Do not disturb until 3:00 PM today.",
    msteams: { width: 'Full' },
    actions: [
      execute('Change', { style: 'positive' }),
      execute('Undo', { tooltip: 'Go back', mode: 'secondary' }),
    ],
  },
);

function tile(icon: keyof typeof icons, label: string): Part {
  return {
    type: 'Column',
    width: 'stretch',
    selectAction: { type: 'Action.Execute', title: `Set ${label}`, verb: 'pick', data: { icon } },
    items: [
      { type: 'Image', url: icons[icon], altText: label, width: '24px', horizontalAlignment: 'Center' },
      text(label, { horizontalAlignment: 'Center' }),
    ],
  };
}

const picker = cardOf(
  [
    text('Set my presence', { style: 'heading', weight: 'Bolder' }),
    {
      type: 'ColumnSet',
      columns: [tile('available', 'Available'), tile('busy', 'Busy'), tile('away', 'Away')],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'for',
      label: 'For how long',
      value: '1h',
      choices: [
        { title: '1 hour', value: '1h' },
        { title: 'Until I clear it', value: 'open' },
      ],
    },
    { type: 'Input.Date', id: 'day', label: 'Until day', isRequired: true, errorMessage: 'Choose a day.' },
    { type: 'Input.Time', id: 'time', label: 'Until time', value: '15:00' },
    { type: 'Input.Text', id: 'say', label: 'Status message', placeholder: 'In focus time', maxLength: 280 },
    { type: 'Input.Toggle', id: 'pin', title: 'Show it when people message me', value: 'false' },
    { type: 'ActionSet', actions: [execute('Clear', { style: 'destructive' })] },
  ],
  { actions: [execute('Set'), { type: 'Action.OpenUrl', title: 'Help', url: 'https://example.com/' }] },
);

describe('parseCard', () => {
  it('finds nothing in cards that are right', () => {
    assert.deepEqual(parseCard(receipt), []);
    assert.deepEqual(parseCard(picker), []);
  });

  it('asks for no wrap in a column that is as wide as its text', () => {
    const column = (width: string): Part => ({
      type: 'ColumnSet',
      columns: [{ type: 'Column', width, items: [{ type: 'TextBlock', text: '3 PM' }] }],
    });
    assert.deepEqual(parseCard(cardOf([column('auto')])), []);
    assert.deepEqual(parseCard(cardOf([column('stretch')])), [
      'card.body[0].columns[0].items[0]: TextBlock without wrap',
    ]);
  });

  const input = { type: 'Input.Text', id: 'say', label: 'Say' };
  const image = { type: 'Image', url: icons.busy, altText: 'Busy' };
  const broken: [what: string, card: unknown, finding: RegExp][] = [
    ['what is no card', 'hello', /^card: is not an object$/],
    ['nothing at all', undefined, /^card: is not an object$/],
    ['another type of object', { type: 'message', version: '1.5' }, /^MissingCardType: /],
    ['a missing version', { type: 'AdaptiveCard', body: [] }, /^card\.version: .+ not undefined$/],
    ['a version that Teams does not show', cardOf([], { version: '1.6' }), /^card\.version: 1\.6 is newer/],
    [
      'an element that is newer than its card',
      cardOf([{ type: 'Table' }], { version: '1.4' }),
      /^UnknownElementType: .+"Table"/,
    ],
    [
      'a property that is newer than its card',
      cardOf([text('x', { style: 'heading' })], { version: '1.4' }),
      /^UnsupportedProperty: .+"style"/,
    ],
    ['an unknown element', cardOf([{ type: 'Badge', text: 'x' }]), /^UnknownElementType: .+"Badge"/],
    [
      'an unknown action',
      cardOf([], { actions: [{ type: 'Action.Run', title: 'x' }] }),
      /^UnknownActionType: .+"Action.Run"/,
    ],
    [
      'an unknown fallback, which the parser forgives',
      cardOf([], { actions: [execute('x', { fallback: { type: 'Action.Run' } })] }),
      /^card\.actions\[0\]\.fallback: there is no Action\.Run/,
    ],
    [
      'an action where it may not be',
      cardOf([], { refresh: { action: { type: 'Action.Submit' } } }),
      /^ActionTypeNotAllowed: .+"Action.Submit"/,
    ],
    ['an element without a type', cardOf([{ text: 'x' }]), /^card\.body\[0\]: has no type$/],
    [
      'an unknown property',
      cardOf([text('x', { colour: 'Good' })]),
      /^card\.body\[0\]\.colour: there is no such property of TextBlock$/,
    ],
    [
      'an unknown property of a part without a type',
      cardOf([{ type: 'FactSet', facts: [{ name: 'a', value: 'b' }] }]),
      /^card\.body\[0\]\.facts\[0\]\.name: there is no such property/,
    ],
    [
      'a value that is none of the allowed ones',
      cardOf([text('x', { size: 'Huge' })]),
      /^InvalidPropertyValue: .+"Huge".+"size"/,
    ],
    [
      'a number for a text',
      cardOf([text('x', { text: 5 })]),
      /^card\.body\[0\]\.text: should be a string, not 5$/,
    ],
    [
      'a text for a yes or no',
      cardOf([{ ...input, isMultiline: 'yes' }]),
      /^card\.body\[0\]\.isMultiline: should be a boolean, not "yes"$/,
    ],
    ['one element where a list should be', cardOf([], { body: text('x') }), /^card\.body: should be a list$/],
    ['an input without an id', cardOf([{ ...input, id: undefined }]), /^PropertyCantBeNull: .+unique Id/],
    ['two inputs with one id', cardOf([input, input]), /^DuplicateId: .+"say"/],
    [
      'a picture without words',
      cardOf([{ ...image, altText: undefined }]),
      /^card\.body\[0\]: Image without altText$/,
    ],
    [
      'a picture with empty words',
      cardOf([{ ...image, altText: ' ' }]),
      /^card\.body\[0\]: Image without altText$/,
    ],
    [
      'an input without a label',
      cardOf([{ ...input, label: undefined }]),
      /^card\.body\[0\]: Input\.Text without label$/,
    ],
    [
      'a required input that does not say what is missing',
      cardOf([{ ...input, isRequired: true }]),
      /^card\.body\[0\]: Input\.Text without errorMessage$/,
    ],
    [
      'an action without a title',
      cardOf([], { actions: [execute('')] }),
      /^card\.actions\[0\]: Action\.Execute without title$/,
    ],
    [
      'an older action without a title',
      cardOf([], { actions: [execute('x', { fallback: { type: 'Action.Submit' } })] }),
      /^card\.actions\[0\]\.fallback: Action\.Submit without title$/,
    ],
    [
      'a tile that does not say what it does',
      cardOf([{ ...image, selectAction: { type: 'Action.Execute' } }]),
      /^card\.body\[0\]\.selectAction: Action\.Execute without title or tooltip$/,
    ],
    [
      'text that is cut off at the edge',
      cardOf([{ type: 'Container', items: [text('x', { wrap: false })] }]),
      /^card\.body\[0\]\.items\[0\]: TextBlock without wrap$/,
    ],
    [
      'a card over 25 KB, in bytes rather than letters',
      cardOf([text('é'.repeat(13_000))]),
      /^card: 26\d{3} bytes, more than 25600$/,
    ],
  ];
  for (const [what, card, finding] of broken) {
    it(`finds ${what}`, () => {
      const findings = parseCard(card);
      assert.ok(
        findings.some((found) => finding.test(found)),
        `${String(finding)} in ${JSON.stringify(findings, null, 2)}`,
      );
    });
  }
});

describe('markdownHtml', () => {
  const cases: [markdown: string, html: string][] = [
    ['**Busy** until *3 PM*', '<p><strong>Busy</strong> until <em>3 PM</em></p>'],
    ['say `dnd 2h`', '<p>say <code>dnd 2h</code></p>'],
    ['\\*not\\* bold, \\_nor\\_ this', '<p>*not* bold, _nor_ this</p>'],
    ['set_presence_now', '<p>set_presence_now</p>'],
    ['<b> &amp; &lt;', '<p>&lt;b&gt; &amp; &lt;</p>'],
    ['one\ntwo\n\nthree', '<p>one two</p><p>three</p>'],
    ['Say:\n- a\n- **b**', '<p>Say:</p><ul><li>a</li><li><strong>b</strong></li></ul>'],
    ['1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
    ['[help](https://example.com/a_b_c)', '<p><a href="https://example.com/a_b_c">help</a></p>'],
  ];
  for (const [markdown, html] of cases) {
    it(`shows ${JSON.stringify(markdown)} as Teams does`, () => {
      assert.equal(markdownHtml(markdown), html);
    });
  }
});

describe('pictures of cards', () => {
  let browser: Browser;
  let folder: string;
  const cards = [
    { name: 'Receipt', card: receipt },
    { name: 'Picker: all', card: picker },
  ];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cards-'));
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const theme of ['light', 'dark'] satisfies Theme[]) {
    it(`draws the samples readably in the ${theme} theme`, async () => {
      const page = await renderCards(browser, cards, theme);
      assert.deepEqual(await readabilityOf(page), []);
      const files = await screenshotCards(page, folder);
      assert.deepEqual(
        files.map((file) => file.slice(folder.length + 1)),
        [`all-cards.${theme}.png`, `receipt.${theme}.png`, `picker-all.${theme}.png`],
      );
      for (const file of files) assert.ok((await stat(file)).size > 5_000, file);
      await page.close();
    });
  }

  it('lists text that is hard to read', async () => {
    const faint = cardOf([text('Done', { color: 'Good' }), text('Set')]);
    const page = await renderCards(browser, [{ name: 'Faint', card: faint }], 'light');
    assert.deepEqual(await readabilityOf(page), [
      { card: 'Faint', text: 'Done', ratio: 2.06, colour: '#92c353', background: '#ffffff' },
    ]);
    await page.close();
  });

  it('refuses a card that shows nothing', async () => {
    const nothing = renderCards(browser, [{ name: 'Nothing', card: { type: 'message' } }], 'light');
    await assert.rejects(nothing, /The card "Nothing" renders to nothing/);
  });

  it('says what a screen reader hears', async () => {
    const page = await renderCards(browser, cards, 'light');
    const heard = await accessibleNamesOf(page);
    assert.deepEqual(
      heard.map(({ card, role, name }) => `${card}: ${role} ${name}`),
      [
        'Receipt: img Do not disturb',
        'Receipt: button Change',
        'Receipt: button More options',
        'Picker: all: button Set Available',
        'Picker: all: img Available',
        'Picker: all: button Set Busy',
        'Picker: all: img Busy',
        'Picker: all: button Set Away',
        'Picker: all: img Away',
        'Picker: all: combobox For how long',
        'Picker: all: textbox Until day',
        'Picker: all: textbox Until time',
        'Picker: all: textbox Status message',
        'Picker: all: checkbox Show it when people message me',
        'Picker: all: button Clear',
        'Picker: all: button Set',
        'Picker: all: link Help',
      ],
    );
    await page.close();
  });
});
