import "./app/tokens.css";
import "./app/base.css";
import { mount } from "svelte";
import App from "./app/App.svelte";
import { registerServiceWorker } from "./app/sw";
import { restoreTheme } from "./app/theme.svelte";
import { startRouting } from "./shared/ui/route.svelte";

const target = document.getElementById("app");
if (!target) throw new Error("the page has no #app");
restoreTheme();
startRouting();
mount(App, { target });
if (import.meta.env.PROD) registerServiceWorker();
