import { mount } from "svelte";
import { startRouting } from "../shared/ui/route.svelte";
import App from "./App.svelte";
import { registerServiceWorker } from "./sw";
import { restoreTheme } from "./theme.svelte";

export function start(): void {
  const target = document.getElementById("app");
  if (!target) throw new Error("the page has no #app");
  restoreTheme();
  startRouting();
  mount(App, { target });
  if (import.meta.env.PROD) registerServiceWorker();
}
