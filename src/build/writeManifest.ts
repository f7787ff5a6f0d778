/** Makes the manifest of a deployment from that of development: other addresses, another id, the name without its mark. */
import { id, names } from './release.json';

/** Where `manifest.xml` says that everything is. */
export const DEVELOPMENT = 'https://localhost:3000/';

/**
 * @param manifest the text of `manifest.xml`
 * @param base where the files will be: https, with a slash at the end
 * @param version of the package, "1.2.3"; a manifest counts a fourth number
 */
export function writeManifest(manifest: string, base: string, version: string): string {
  return manifest
    .replaceAll(DEVELOPMENT, () => escape(base))
    .replace(/<Id>[^<]*<\/Id>/, `<Id>${id}</Id>`)
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${version.replace(/-.*$/, '')}.0</Version>`)
    .replace(/(<DisplayName DefaultValue=)"[^"]*"/, `$1"${names['zh-CN']}"`)
    .replace(/(<DisplayName [^]*?<Override Locale="en-US" Value=)"[^"]*"/, `$1"${names['en-US']}"`)
    .replace('which are those of `npm start`', 'which are those of the server it was built for');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
