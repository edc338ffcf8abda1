/** LibreOffice and old Excel files may be chosen too: they are refused with what to do, which a grey name never says. */
const WORKBOOKS = ".xlsx,.xlsm,.xls,.ods";

/** Opens the file dialog; answers with what was chosen, or nothing when the person closed it. */
export const chooseFiles = (label: string, multiple: boolean, accept = WORKBOOKS): Promise<readonly File[]> =>
  choose(label, (input) => {
    input.multiple = multiple;
    input.accept = accept;
  });

/** Opens the dialog for a folder; answers with all files in it, each with its path below that folder. */
export const chooseFolder = (label: string): Promise<readonly File[]> =>
  choose(label, (input) => {
    input.webkitdirectory = true;
  });

function choose(label: string, prepare: (input: HTMLInputElement) => void): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    prepare(input);
    input.hidden = true;
    input.setAttribute("aria-label", label);
    const finish = (): void => {
      input.remove();
      resolve([...(input.files ?? [])]);
    };
    input.addEventListener("change", finish);
    input.addEventListener("cancel", finish);
    // Safari's web views open no dialog for an input outside the page.
    document.body.append(input);
    input.click();
  });
}
