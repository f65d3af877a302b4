/**
 * What the server says. It says everything in plain English, with a code or a name by which another language can find words of its own;
 * what it does not know stays as it was said.
 */
import type { ErrorCode } from "../../gen/technotariat/v1/error_pb";
import { catalogue } from "./catalogue";

export const said = catalogue("server", {
  refusal: (_code: ErrorCode, text: string): string => text,
  pause: (text: string): string => text,
  scenario: (_name: string, title: string): string => title,
  strategy: (_name: string, line: string): string => line,
});
