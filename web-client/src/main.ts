/** The little that comes before everything else: the language, since whatever is loaded after it speaks it. */
import "./app/tokens.css";
import "./app/base.css";
import { speakAsWanted } from "./i18n/load";

async function begin(): Promise<void> {
  await speakAsWanted();
  const { start } = await import("./app/start");
  start();
}
void begin();
