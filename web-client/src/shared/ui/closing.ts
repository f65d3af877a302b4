/** Why nothing can be decided on a page any more, for every button on it: said once by the frame, heard by all that act. */
import { getContext, setContext } from "svelte";

const KEY = Symbol("closing");
type Why = () => string;

export const provideClosing = (why: Why): Why => setContext(KEY, why);
export const useClosing = (): Why => getContext<Why | undefined>(KEY) ?? (() => "");
