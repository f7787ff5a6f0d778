/** @jest-environment jsdom */
import { readFileSync, existsSync } from 'node:fs';
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
  expect(labels).toEqual(['Recalculate', 'Check', 'Undo Writing', 'Open Pane']);
});

test('a language without overrides falls back on the default', () => {
  expect(parseManifest(xml, 'fr-FR').displayName).toBe('绩效自评助手');
});

test('every button has a tip of two lines and an icon that is there', () => {
  for (const language of ['zh-CN', 'en-US']) {
    for (const { buttons } of parseManifest(xml, language).tabs.flatMap((tab) => tab.groups)) {
      for (const { tip, icon } of buttons) {
        expect(tip.text.split('\n')).toHaveLength(2);
        expect(existsSync(path.join(root, icon ?? 'none'))).toBe(true);
      }
    }
  }
});

test('the pane is where the build puts it', () => {
  expect(parseManifest(xml, 'zh-CN').pane).toBe('/pane.html');
});

test('what is no XML is refused', () => {
  expect(() => parseManifest('<OfficeApp>', 'zh-CN')).toThrow('not well-formed');
});
