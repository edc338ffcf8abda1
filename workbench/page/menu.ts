import type { CommandButton } from "./manifest";
import type { Preferences } from "./preferences";

export interface MenuActions {
  newWorkbook(): void;
  openSample(): void;
  openFile(file: File): void;
  saveFile(): void;
  press(button: CommandButton): void;
  togglePane(): void;
  change(preferences: Partial<Preferences>): void;
}

const SAMPLE_LABEL = "Contoh: Kota Bandar Lampung 2023";

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function button(label: string, press: () => void, tip = ""): HTMLButtonElement {
  const made = element("button", "", label);
  made.type = "button";
  made.title = tip;
  made.addEventListener("click", press);
  return made;
}

function choice<T extends string>(
  label: string,
  value: T,
  options: [value: T, text: string][],
  changed: (value: T) => void,
): HTMLSelectElement {
  const select = element("select", "");
  select.setAttribute("aria-label", label);
  select.title = label;
  for (const [option, text] of options) select.append(new Option(text, option, option === value, option === value));
  select.addEventListener("change", () => changed(select.value as T));
  return select;
}

/** The files menu: a list that opens under its button. */
function fileMenu(actions: MenuActions, close: () => void): HTMLElement[] {
  const picker = element("input", "");
  picker.type = "file";
  picker.accept = ".xlsx,.xlsm";
  picker.hidden = true;
  picker.id = "berkas";
  picker.addEventListener("change", () => {
    const [file] = picker.files ?? [];
    if (file) actions.openFile(file);
    picker.value = "";
  });
  const item = (label: string, press: () => void): HTMLButtonElement =>
    button(label, () => {
      close();
      press();
    });
  return [
    item("Buku kerja kosong", actions.newWorkbook),
    item(SAMPLE_LABEL, actions.openSample),
    item("Buka .xlsx…", () => picker.click()),
    item("Simpan .xlsx", actions.saveFile),
    picker,
  ];
}

/** The bar above the grid: files, the add-in's commands, and what Excel itself would let one choose. */
export function showMenu(
  bar: HTMLElement,
  title: string,
  buttons: CommandButton[],
  preferences: Preferences,
  actions: MenuActions,
): void {
  const list = element("div", "list");
  list.setAttribute("popover", "auto");
  list.append(...fileMenu(actions, () => list.hidePopover()));
  const files = button("Berkas ▾", () => {
    const { left, bottom } = files.getBoundingClientRect();
    list.style.left = `${left}px`;
    list.style.top = `${bottom + 2}px`;
    list.togglePopover();
  });
  const commands = buttons.map((command) => {
    const made = button(command.label, () => actions.press(command), command.tip);
    made.dataset.command = command.id;
    if (command.icon) {
      const image = element("img", "");
      image.src = command.icon;
      image.alt = "";
      made.prepend(image);
    }
    return made;
  });
  bar.replaceChildren(
    files,
    list,
    element("span", "title", title),
    element("span", "rule"),
    ...commands,
    element("span", "gap"),
    choice(
      // Older Excel hands blank cells to custom functions as 0, newer as null.
      "Versi Excel (sel kosong ke fungsi kustom)",
      preferences.profile,
      [
        ["blank-is-null", "Excel baru"],
        ["blank-is-zero", "Excel lama"],
      ],
      (profile) => actions.change({ profile }),
    ),
    choice(
      "Bahasa Excel",
      preferences.locale,
      [
        ["id-ID", "Indonesia"],
        ["en-US", "English"],
      ],
      (locale) => actions.change({ locale }),
    ),
    choice(
      "Tema Office",
      preferences.theme,
      [
        ["light", "Terang"],
        ["dark", "Gelap"],
      ],
      (theme) => actions.change({ theme }),
    ),
    button("Panel", actions.togglePane, "Tampilkan atau sembunyikan panel"),
  );
}

/** One line above the grid, with up to two answers. */
export function showNotice(text: string, answers: [label: string, press: () => void][] = []): void {
  const notice = document.getElementById("notice");
  if (notice === null) return;
  const hide = (): void => void (notice.hidden = true);
  const answer = ([label, press]: [string, () => void]): HTMLButtonElement =>
    button(label, () => {
      hide();
      press();
    });
  notice.replaceChildren(element("span", "", text), ...answers.map(answer), button("Tutup", hide));
  notice.hidden = false;
}
