/** What jsdom lacks and the pane's libraries ask for. Imported first by every test that renders the pane. */
import "@testing-library/jest-dom";
import { configure } from "@testing-library/react";
import { TextDecoder, TextEncoder } from "node:util";

class NoResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

Object.assign(globalThis, { ResizeObserver: NoResizeObserver, TextEncoder, TextDecoder });
if (!Blob.prototype.arrayBuffer)
  Blob.prototype.arrayBuffer = function (this: Blob): Promise<ArrayBuffer> {
    return new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result as ArrayBuffer);
      reader.readAsArrayBuffer(this);
    });
  };

// Views load when they are opened, and two cores may be shared with other tests.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(90_000);
