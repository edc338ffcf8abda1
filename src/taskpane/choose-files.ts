/** LibreOffice and old Excel files may be chosen too: they are refused with what to do, which a grey name never says. */
const WORKBOOKS = ".xlsx,.xlsm,.xls,.ods";

/** Opens the file dialog; answers with what was chosen, or nothing when the person closed it. */
export function chooseFiles(label: string, multiple: boolean, accept = WORKBOOKS): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = multiple;
    input.accept = accept;
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
