/** The parts of the pane that the first look at a form does not need, each fetched by itself. */
import { onDemand } from './onDemand';

export const RowTab = onDemand(async () => (await import('./row/RowTab')).RowTab);
export const OverviewTab = onDemand(async () => (await import('./overview/OverviewTab')).OverviewTab);
export const SettingsTab = onDemand(async () => (await import('./settings/SettingsTab')).SettingsTab);
export const PreviewView = onDemand(async () => (await import('./preview/PreviewView')).PreviewView);
export const DiagnosisCard = onDemand(async () => (await import('./diagnosis/DiagnosisCard')).DiagnosisCard);
export const ColumnNames = onDemand(async () => (await import('./diagnosis/ColumnNames')).ColumnNames);
export const TaskView = onDemand(async () => (await import('./tasks/TaskView')).TaskView);

/** In the order in which they are likely to be wanted. The views of the tasks are fetched by `TaskView`. */
const PARTS = [RowTab, PreviewView, OverviewTab, SettingsTab, TaskView, DiagnosisCard, ColumnNames];

/** Fetches all of them ahead, one after the other, each when `whenIdle` says so. */
export async function fetchParts(whenIdle: (task: () => void) => void): Promise<void> {
  for (const { fetchAhead } of PARTS) {
    await new Promise<void>((resolve) => {
      whenIdle(resolve);
    });
    await fetchAhead();
  }
}
