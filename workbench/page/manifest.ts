/** A button that the add-in puts into Excel: on the ribbon, or in a cell's context menu. */
export interface CommandButton {
  id: string;
  label: string;
  tip: string;
  icon: string | null;
  /** Name of the associated function; null for the button that shows the pane. */
  action: string | null;
  place: "ribbon" | "cell";
}

const PLACES: Record<string, CommandButton["place"]> = { PrimaryCommandSurface: "ribbon", ContextMenu: "cell" };

/** Reads the buttons from manifest.xml, with their texts in the host's language. */
export function readButtons(xml: string, locale: string): CommandButton[] {
  const manifest = new DOMParser().parseFromString(xml, "application/xml");
  const all = (parent: Document | Element, name: string): Element[] => [...parent.getElementsByTagNameNS("*", name)];
  const resource = (id: string | null): string => {
    const found = [...all(manifest, "String"), ...all(manifest, "Image")].find(
      (element) => element.getAttribute("id") === id,
    );
    const override = found && all(found, "Override").find((element) => element.getAttribute("Locale") === locale);
    return (override ?? found)?.getAttribute(override ? "Value" : "DefaultValue") ?? "";
  };
  const buttons: CommandButton[] = [];
  for (const point of all(manifest, "ExtensionPoint")) {
    const place = PLACES[(point.getAttribute("xsi:type") ?? "").replace(/^.*:/, "")];
    if (place === undefined) continue;
    for (const control of all(point, "Control")) {
      const text = (name: string): string => resource(all(control, name)[0]?.getAttribute("resid") ?? null);
      const icon = all(control, "Image").find((image) => image.getAttribute("size") === "16");
      const address = icon && resource(icon.getAttribute("resid"));
      buttons.push({
        id: control.getAttribute("id") ?? "",
        label: text("Label"),
        tip: text("Description"),
        icon: address ? `/addin${new URL(address).pathname}` : null,
        action: all(control, "FunctionName")[0]?.textContent ?? null,
        place,
      });
    }
  }
  return buttons;
}

export async function loadButtons(locale: string): Promise<CommandButton[]> {
  const response = await fetch("/addin/manifest.xml");
  return response.ok ? readButtons(await response.text(), locale) : [];
}
