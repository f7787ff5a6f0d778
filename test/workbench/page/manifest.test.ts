/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseManifest } from '../../../src/workbench/page/manifest';

const root = path.join(__dirname, '../../..');
const xml = readFileSync(path.join(root, 'manifest.xml'), 'utf8');

test('the ribbon has the commands of the add-in, with their functions', () => {
  const { tabs } = parseManifest(xml, 'zh-CN');
  expect(tabs.map((tab) => tab.label)).toEqual(['绩效自评']);
  const buttons = tabs.flatMap((tab) => tab.groups.flatMap((group) => group.buttons));
  expect(buttons.map(({ label, action }) => [label, action])).toEqual([
    ['重新计算', { kind: 'function', name: 'recalculate' }],
    ['检查', { kind: 'function', name: 'check' }],
    ['清除标记', { kind: 'function', name: 'clearMarks' }],
    ['撤销写入', { kind: 'function', name: 'revert' }],
    ['打开面板', { kind: 'pane' }],
  ]);
});

test('an override of the language replaces the default', () => {
  const manifest = parseManifest(xml, 'en-US');
  expect(manifest.displayName).toBe('Performance Self-Evaluation');
  const labels = manifest.tabs.flatMap((tab) =>
    tab.groups.flatMap((group) => group.buttons.map((one) => one.label)),
  );
  expect(labels).toEqual(['Recalculate', 'Check', 'Clear Marks', 'Undo Writing', 'Open Pane']);
});

test('a language without overrides falls back on the default', () => {
  expect(parseManifest(xml, 'fr-FR').displayName).toBe('绩效自评助手');
});

test('a button has the tip and the icons that the manifest names, by their sizes', () => {
  const [recalculate] = parseManifest(xml, 'en-US').tabs[0]?.groups[0]?.buttons ?? [];
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
