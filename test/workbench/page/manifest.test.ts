/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TEMPLATES } from '../../../src/form/templates/templates';
import { parseManifest } from '../../../src/workbench/page/manifest';

const root = path.join(__dirname, '../../..');
const xml = readFileSync(path.join(root, 'manifest.xml'), 'utf8');

test('the ribbon has the commands of the add-in, with their functions', () => {
  const { tabs } = parseManifest(xml, 'zh-CN');
  expect(tabs.map((tab) => tab.label)).toEqual(['绩效自评']);
  const controls = tabs.flatMap((tab) => tab.groups.flatMap((group) => group.controls));
  expect(controls.map((control) => [control.label, 'items' in control ? 'a menu' : control.action])).toEqual([
    ['重新计算', { kind: 'function', name: 'recalculate' }],
    ['检查', { kind: 'function', name: 'check' }],
    ['插入模板', 'a menu'],
    ['汇总', { kind: 'function', name: 'openRollUp' }],
    ['摘要', { kind: 'function', name: 'openSummary' }],
    ['清除标记', { kind: 'function', name: 'clearMarks' }],
    ['撤销写入', { kind: 'function', name: 'revert' }],
    ['打开面板', { kind: 'pane' }],
  ]);
});

test.each(['zh-CN', 'en-US'])(
  'the menu in %s offers the gallery, each template by its name and what it is for, and the form of the next year',
  (language) => {
    const menu = parseManifest(xml, language)
      .tabs.flatMap((tab) => tab.groups.flatMap((group) => group.controls))
      .find((control) => 'items' in control);
    if (!menu || !('items' in menu)) throw new Error('no menu');
    const [gallery, ...others] = menu.items;
    const nextYear = others.pop();
    expect(gallery?.action).toEqual({ kind: 'function', name: 'openTemplates' });
    expect(nextYear?.action).toEqual({ kind: 'function', name: 'openNextYear' });
    expect(others.map(({ label, tip }) => [label, tip.title, tip.text.split('\n')[0]])).toEqual(
      TEMPLATES.map(({ name, use }) => [name[language], name[language], use[language]]),
    );
    expect(menu.items.map(({ icons }) => icons.get(16))).not.toContain(undefined);
    expect(menu.icons.get(16)).toBe('/assets/icons/template-16.png');
  },
);

test('an override of the language replaces the default', () => {
  const manifest = parseManifest(xml, 'en-US');
  expect(manifest.displayName).toBe('Performance Self-Evaluation (development)');
  const labels = manifest.tabs.flatMap((tab) =>
    tab.groups.flatMap((group) => group.controls.map((one) => one.label)),
  );
  expect(labels).toEqual([
    'Recalculate',
    'Check',
    'Insert Template',
    'Roll Up',
    'Summary',
    'Clear Marks',
    'Undo Writing',
    'Open Pane',
  ]);
});

test('a language without overrides falls back on the default', () => {
  expect(parseManifest(xml, 'fr-FR').displayName).toBe('绩效自评助手（开发）');
});

test('a button has the tip and the icons that the manifest names, by their sizes', () => {
  const [recalculate] = parseManifest(xml, 'en-US').tabs[0]?.groups[0]?.controls ?? [];
  expect(recalculate?.tip.title).toBe('Recalculate');
  expect(recalculate?.tip.text.split('\n')).toHaveLength(2);
  expect([...(recalculate?.icons ?? [])]).toEqual(
    [16, 20, 24, 32, 40, 48, 64, 80].map((size) => [size, `/assets/icons/recalculate-${size}.png`]),
  );
});

test('the pane is where the build puts it', () => {
  expect(parseManifest(xml, 'zh-CN').pane).toBe('/pane.html');
});

test('what is no XML is refused', () => {
  expect(() => parseManifest('<OfficeApp>', 'zh-CN')).toThrow('not well-formed');
});
