/** An error that reaches the add-in as an `OfficeExtension.Error` with this code. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly location: string | null = null,
  ) {
    super(message);
    this.name = "HostError";
  }
}

export const notFound = (): HostError => new HostError("ItemNotFound", "The requested resource doesn't exist.");

export const alreadyExists = (): HostError =>
  new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");

export const invalidArgument = (why = "The argument is invalid or missing or has an incorrect format."): HostError =>
  new HostError("InvalidArgument", why);

export const accessDenied = (why = "You cannot perform the requested operation: the sheet is protected."): HostError =>
  new HostError("AccessDenied", why);

export const inCellEditMode = (): HostError =>
  new HostError(
    "InvalidOperationInCellEditMode",
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
  );

/** What is not there must be said by name: a silent gap would let the add-in's tests pass on nothing. */
export const notImplemented = (member: string): HostError =>
  new HostError("ApiNotFound", `host does not implement ${member}`, member);
