import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "../../src");
const areas = readdirSync(path.join(root, "locale/id")).map((file) => file.replace(/\.ts$/, ""));

type Messages = Readonly<Record<string, string>>;
async function messages(locale: "id" | "en", area: string): Promise<Messages> {
  const module = (await import(path.join(root, "locale", locale, area))) as Record<string, unknown>;
  const found = Object.values(module).filter((value): value is Messages => typeof value === "object" && value !== null);
  return Object.assign({}, ...found) as Messages;
}

const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory())
      return at === path.join(root, "locale/id") || at === path.join(root, "locale/en") ? [] : sources(at);
    return /\.tsx?$/.test(entry.name) ? [readFileSync(at, "utf8")] : [];
  });
const code = sources(root).join("\n");

/**
 * Whether the code names the key: literally ("key" or 'key'), or through a template literal whose fixed parts fit it
 * (`problem.${code}.what`). A template that is only a placeholder names nothing.
 */
const templates = [...code.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)]
  .map((match) => (match[1] ?? "").split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/))
  .filter((parts) => parts.join("").replace(/[^A-Za-z]/g, "").length >= 4)
  .map((parts) => new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*")}$`));
const isUsed = (key: string) => code.includes(`"${key}"`) || templates.some((template) => template.test(key));

describe.each(areas)("locale area %s", (area) => {
  test("has the same keys and placeholders in both languages", async () => {
    const [id, en] = await Promise.all([messages("id", area), messages("en", area)]);
    expect(Object.keys(id).length).toBeGreaterThan(0);
    expect(Object.keys(en).sort()).toEqual(Object.keys(id).sort());
    for (const [key, text] of Object.entries(id)) {
      expect([key, placeholders(en[key] ?? "")]).toEqual([key, placeholders(text)]);
      expect([key, text.trim().length > 0, (en[key] ?? "").trim().length > 0]).toEqual([key, true, true]);
    }
  });

  test("has no key that the code never names", async () => {
    const unused = Object.keys(await messages("id", area)).filter((key) => !isUsed(key));
    expect(unused).toEqual([]);
  });
});

test("every problem code of the catalogue says what happened, what was kept and what to do", async () => {
  const all = Object.assign({}, ...(await Promise.all(areas.map((area) => messages("id", area))))) as Messages;
  const keys = Object.keys(all).filter((key) => key.startsWith("problem."));
  const codes = new Set(keys.map((key) => key.split(".").slice(1, -1).join(".")));
  for (const one of codes)
    for (const part of ["what", "kept", "next"]) expect(keys).toContain(`problem.${one}.${part}`);
});

test("every code that a failure is made with has its sentences", async () => {
  const all = Object.assign({}, ...(await Promise.all(areas.map((area) => messages("id", area))))) as Messages;
  const made = new Set([...code.matchAll(/failure\(\s*"([A-Z0-9_]+)"/g)].map((match) => match[1] ?? ""));
  expect([...made].filter((one) => !(`problem.${one}.what` in all))).toEqual([]);
});
