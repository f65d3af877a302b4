// The pictures of docs/images, taken by tools/screenshots; not a test.
import game from "../playwright.config.mjs";

export default { ...game, testDir: ".", testMatch: "*.pictures.mjs", outputDir: "../../../build/pictures" };
