/** The sample workbooks of the project, by name without ".xlsx", with the addresses they are served at. */
declare global {
  interface ImportMeta {
    /** The bundler's: all files of a folder that match. */
    webpackContext(
      folder: string,
      options: { readonly regExp: RegExp },
    ): { (path: string): unknown; keys(): readonly string[] };
  }
}

const files = import.meta.webpackContext('../../../assets/samples', { regExp: /\.xlsx$/ });

export const samples: ReadonlyMap<string, string> = new Map(
  files.keys().map((path) => {
    const name = path.replace(/^.*\//, '').replace(/\.xlsx$/, '');
    return [name, String(files(path))];
  }),
);
