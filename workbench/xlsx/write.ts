import type { Host } from "../host/host";
export async function writeXlsx(_host: Host): Promise<Uint8Array> {
  throw new Error("belum");
}
