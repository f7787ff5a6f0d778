/** The templates that come with the add-in, in the order in which they are offered. */
import departmentWuhan from './department-wuhan.json';
import project2020 from './project-2020.json';
import project2021 from './project-2021.json';
import projectHubei from './project-hubei.json';
import projectSichuan from './project-sichuan.json';
import projectYunnan from './project-yunnan.json';
import scoreSummary from './score-summary.json';
import type { Template } from './template';
import transferRegion from './transfer-region.json';

export const TEMPLATES: readonly Template[] = [
  project2020,
  project2021,
  departmentWuhan,
  projectHubei,
  projectSichuan,
  projectYunnan,
  transferRegion,
  scoreSummary,
];

export function findTemplate(id: string): Template | undefined {
  return TEMPLATES.find((template) => template.id === id);
}
