/** The parts of the pane that the first look at a form does not need, each fetched by itself. */
import type { ComponentType } from 'react';
import type { Say } from '../locales/sentences';
import { onDemand } from './onDemand';

/** For parts with controls that only Fluent has: lists to choose from, switches, sliders. */
async function withFluent<Props extends object>(
  part: Promise<ComponentType<Props>>,
): Promise<ComponentType<Props>> {
  const dress = import('./look/withFluent').then((file) => file.withFluent);
  const [Part, dressed] = await Promise.all([part, dress]);
  return dressed(Part);
}

export const FailureNote = onDemand(async () => (await import('./FailureNote')).FailureNote);
export const Troubles = onDemand(async () => (await import('./Troubles')).Troubles);
export const IgnoreForm = onDemand(async () => (await import('./findings/IgnoreForm')).IgnoreForm);
export const IgnoredList = onDemand(async () => (await import('./findings/IgnoredList')).IgnoredList);
export const LockedCells = onDemand(async () => (await import('./findings/LockedCells')).LockedCells);
export const RowTab = onDemand(() => withFluent(import('./row/RowTab').then((file) => file.RowTab)));
export const OverviewTab = onDemand(async () => (await import('./overview/OverviewTab')).OverviewTab);
export const SettingsTab = onDemand(() =>
  withFluent(import('./settings/SettingsTab').then((file) => file.SettingsTab)),
);
export const PreviewView = onDemand(async () => (await import('./preview/PreviewView')).PreviewView);
export const DiagnosisCard = onDemand(() =>
  withFluent(import('./diagnosis/DiagnosisCard').then((file) => file.DiagnosisCard)),
);
export const ColumnNames = onDemand(() =>
  withFluent(import('./diagnosis/ColumnNames').then((file) => file.ColumnNames)),
);
export const TaskView = onDemand(() => withFluent(import('./tasks/TaskView').then((file) => file.TaskView)));

/** In the order in which they are likely to be wanted. The views of the tasks are fetched by `TaskView`. */
const PARTS = [
  FailureNote,
  Troubles,
  IgnoreForm,
  IgnoredList,
  LockedCells,
  RowTab,
  PreviewView,
  OverviewTab,
  SettingsTab,
  TaskView,
  DiagnosisCard,
  ColumnNames,
];

/** Fetches all of them ahead, one after the other, each when `whenIdle` says so. */
export async function fetchParts(say: Say, whenIdle: (task: () => void) => void): Promise<void> {
  for (const { fetchAhead } of PARTS) {
    await new Promise<void>((resolve) => {
      whenIdle(resolve);
    });
    await fetchAhead(say);
  }
}
