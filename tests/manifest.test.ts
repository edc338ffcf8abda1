/** @jest-environment jsdom */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "..");
const text = readFileSync(path.join(root, "manifest.xml"), "utf8");
const xml = new DOMParser().parseFromString(text, "application/xml");
const all = (tag: string) => [...xml.getElementsByTagName(tag)];
const only = (tag: string) => {
  const found = all(tag);
  if (found.length !== 1) throw new Error(`${found.length} × <${tag}>`);
  return found[0] as Element;
};
const attribute = (element: Element, name: string) => element.getAttribute(name) ?? "";

const RESOURCES = ["bt:Image", "bt:Url", "bt:String"].flatMap(all).filter((e) => e.hasAttribute("id"));
const valueOf = (id: string) => {
  const resource = RESOURCES.find((one) => attribute(one, "id") === id);
  return resource ? attribute(resource, "DefaultValue") : undefined;
};

/** Width and height from a PNG's header. */
function pngSize(file: string): [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
const localFile = (url: string) => path.join(root, new URL(url).pathname);

describe("manifest.xml", () => {
  test("is well-formed and add-in-only XML for a workbook", () => {
    expect(xml.getElementsByTagName("parsererror")).toHaveLength(0);
    expect(attribute(xml.documentElement, "xsi:type")).toBe("TaskPaneApp");
    expect(all("Host").map((host) => attribute(host, "Name") || attribute(host, "xsi:type"))).toEqual([
      "Workbook",
      "Workbook",
    ]);
  });

  test("has a GUID and a four-part version equal to the package's", () => {
    expect(only("Id").textContent).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
    expect(only("Version").textContent).toBe(`${version}.0`);
  });

  test("names https addresses only, all on one origin", () => {
    const urls = [...text.matchAll(/="(https?:[^"]+)"/g)].map((match) => match[1] ?? "");
    const ours = urls.filter((url) => !url.includes("schemas.microsoft.com") && !url.includes("w3.org"));
    expect(ours.length).toBeGreaterThan(20);
    expect(new Set(ours.map((url) => new URL(url).origin))).toEqual(new Set(["https://localhost:3000"]));
  });

  test("defines every resource that it uses, uses every one that it defines, each once, ids of 32 characters at most", () => {
    const ids = RESOURCES.map((one) => attribute(one, "id"));
    const used = [...text.matchAll(/resid="([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(used)).toEqual(new Set(ids.filter((id) => !/^Icon\.icon\.(64|128)$/.test(id))));
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(32);
  });

  test("gives the shared runtime one address: runtime, functions' page, command file and pane are one resource", () => {
    const residOf = (element: Element) => attribute(element, "resid");
    const page = only("Page").getElementsByTagName("SourceLocation")[0] as Element;
    const pane = [...all("Action")]
      .find((action) => attribute(action, "xsi:type") === "ShowTaskpane")
      ?.getElementsByTagName("SourceLocation")[0];
    expect([only("Runtime"), only("FunctionFile"), page, pane as Element].map(residOf)).toEqual(
      Array(4).fill("Pane.Url"),
    );
    expect(attribute(only("Runtime"), "lifetime")).toBe("long");
    expect(valueOf("Pane.Url")).toBe(
      attribute(only("DefaultSettings").getElementsByTagName("SourceLocation")[0] as Element, "DefaultValue"),
    );
  });

  test("puts the custom functions in the namespace SPBE", () => {
    expect(valueOf(attribute(only("Namespace"), "resid"))).toBe("SPBE");
    expect(valueOf("Functions.Script")).toMatch(/\/functions\.js$/);
    expect(valueOf("Functions.Metadata")).toMatch(/\/functions\.json$/);
  });

  test("keeps to the lengths that Office allows", () => {
    for (const one of all("bt:String")) {
      const limit = one.parentElement?.tagName === "bt:LongStrings" ? 250 : 125;
      for (const value of [
        attribute(one, "DefaultValue"),
        ...[...one.children].map((child) => attribute(child, "Value")),
      ]) {
        expect(value.length).toBeGreaterThan(0);
        expect(value.length).toBeLessThanOrEqual(limit);
      }
    }
    expect(attribute(only("DisplayName"), "DefaultValue").length).toBeLessThanOrEqual(125);
    expect(attribute(all("Description")[0] as Element, "DefaultValue").length).toBeLessThanOrEqual(250);
    expect((only("ProviderName").textContent ?? "").length).toBeLessThanOrEqual(125);
  });

  test("speaks Indonesian first and English second, in every text but names", () => {
    expect(only("DefaultLocale").textContent).toBe("id-ID");
    for (const one of all("bt:String").filter((string) => !/^(Namespace|Tab\.Label)$/.test(attribute(string, "id")))) {
      const overrides = [...one.children].map((child) => attribute(child, "Locale"));
      expect(overrides).toEqual(["en-US"]);
    }
  });

  test("has every icon as a file of the size that it claims", () => {
    for (const image of all("bt:Image").filter((one) => one.hasAttribute("id"))) {
      const [, size] = /-(\d+)\.png$/.exec(attribute(image, "DefaultValue")) ?? [];
      expect(attribute(image, "id")).toMatch(new RegExp(`\\.${size}$`));
      expect(pngSize(localFile(attribute(image, "DefaultValue")))).toEqual([Number(size), Number(size)]);
    }
    expect(pngSize(localFile(attribute(only("IconUrl"), "DefaultValue")))).toEqual([32, 32]);
    expect(pngSize(localFile(attribute(only("HighResolutionIconUrl"), "DefaultValue")))).toEqual([64, 64]);
    for (const size of [16, 32, 64, 80, 128])
      expect(pngSize(path.join(root, `assets/icons/icon-${size}.png`))).toEqual([size, size]);
    for (const control of [...all("Control"), ...all("Group")]) {
      const icon = [...control.children].find((child) => child.tagName === "Icon");
      expect([...(icon?.children ?? [])].map((image) => attribute(image, "size"))).toEqual(["16", "32", "80"]);
    }
  });

  test("has the ribbon and the context menu of the design, and each command is associated by the code", () => {
    const labels = all("Control").map((control) =>
      valueOf(attribute(control.getElementsByTagName("Label")[0] as Element, "resid")),
    );
    expect(labels).toEqual([
      "Panel",
      "Sisipkan Templat",
      "Validasi",
      "Tulis Indeks",
      "Gabung",
      "Rencana",
      "Ringkasan",
      "Tunjukkan kriteria",
    ]);
    expect(attribute(only("OfficeMenu"), "id")).toBe("ContextMenuCell");
    const ids = [...all("Control"), ...all("Group"), ...all("CustomTab")].map((element) => attribute(element, "id"));
    expect(new Set(ids).size).toBe(ids.length);
    const commands = path.join(root, "src/commands");
    const source = readdirSync(commands)
      .map((file) => readFileSync(path.join(commands, file), "utf8"))
      .join("\n");
    for (const name of all("FunctionName")) expect(source).toContain(name.textContent ?? "?");
  });

  test("asks for ExcelApi 1.14 and for the shared runtime, without which there are neither buttons nor formulas", () => {
    expect(all("Set").map((set) => [attribute(set, "Name"), attribute(set, "MinVersion")])).toEqual([
      ["ExcelApi", "1.14"],
      ["SharedRuntime", "1.1"],
    ]);
  });

  test("points its help to a page that the build ships", () => {
    expect(existsSync(localFile(valueOf("Help.Url") ?? ""))).toBe(true);
  });
});
