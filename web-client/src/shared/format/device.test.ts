import { describe, expect, it } from "vitest";
import { deviceName } from "./device";

describe("a device's name", () => {
  it("says browser and system", () => {
    expect(deviceName("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")).toBe(
      "Firefox on Linux",
    );
    expect(deviceName("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/139.0 Mobile Safari/537.36")).toBe(
      "Chrome on Android",
    );
    expect(deviceName("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/139.0 Safari/537.36 Edg/139.0")).toBe(
      "Edge on Windows",
    );
    expect(deviceName("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1")).toBe(
      "Safari on iOS",
    );
  });
  it("is no more than is known", () => expect(deviceName("curl")).toBe("A browser"));
});
