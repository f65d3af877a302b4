import type { Plugin } from "vite";

/**
 * Names in the page what it needs at once beside its entry: the start of the application, which the entry imports when it knows the
 * language. The browser fetches it at the same time as the entry, not after it.
 */
export function preloadStart(module: string): Plugin {
  return {
    name: "preload-start",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === "chunk");
        const start = chunks.find((chunk) => chunk.facadeModuleId?.endsWith(module));
        if (!start) throw new Error(`no chunk starts at ${module}`);
        const needed = new Map([[start.fileName, start]]);
        for (const chunk of needed.values())
          for (const name of chunk.imports) {
            const next = chunks.find((one) => one.fileName === name);
            if (next) needed.set(name, next);
          }
        const link = (rel: string, href: string) =>
          ({ tag: "link", attrs: { rel, crossorigin: true, href: `/${href}` }, injectTo: "head" }) as const;
        const styles = [...needed.values()].flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]);
        return [
          ...[...needed.keys()].filter((name) => !html.includes(name)).map((name) => link("modulepreload", name)),
          ...styles.filter((name) => !html.includes(name)).map((name) => link("stylesheet", name)),
        ];
      },
    },
  };
}
