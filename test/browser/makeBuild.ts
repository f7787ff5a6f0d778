/** Runs `npm run build` for a test or a picture, into a folder of its own. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');

/**
 * @param folder what is made; nothing else may be in it
 * @param options of the command, without `--out`
 * @param cache a folder for what stays the same from one build to the next
 */
export function makeBuild(folder: string, options: readonly string[], cache?: string): void {
  const command = ['--import', 'tsx', 'src/build/build.ts', ...options, '--out', folder];
  const kept = cache === undefined ? {} : { BUILD_CACHE: cache };
  execFileSync(process.execPath, command, { cwd: ROOT, env: { ...process.env, ...kept }, stdio: 'pipe' });
}
