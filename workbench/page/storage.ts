import type { OpenedWorkbook } from "../xlsx/opened";

/** The open workbook survives a reload: it lies in the browser's own database, one record for each workbook tab. */
const DATABASE = "meja-kerja";
const STORE = "buku";

/** Which workbook this tab shows; `?buku=…` names another than the usual one. */
export const workbookKey = (): string => new URLSearchParams(location.search).get("buku") ?? "utama";

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("basis data peramban tidak dapat dibuka"));
  });
}

/** Runs one request of the store; null where `work` finds, once the database is open, that there is nothing to do. */
async function transact<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T> | null,
): Promise<T | null> {
  const database = await open();
  try {
    const request = work(database.transaction(STORE, mode).objectStore(STORE));
    if (request === null) return null;
    return await new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("basis data peramban menolak"));
    });
  } finally {
    database.close();
  }
}

export const loadWorkbook = async (key: string): Promise<OpenedWorkbook | null> =>
  (await transact<OpenedWorkbook | undefined>("readonly", (store) => store.get(key))) ?? null;

/** Once another workbook lies where this tab's lay, the tab must not save its own over it before it has reloaded. */
let isReplaced = false;

/** Keeps the workbook that this tab shows. */
export const saveWorkbook = async (key: string, workbook: OpenedWorkbook): Promise<void> => {
  await transact("readwrite", (store) => (isReplaced ? null : store.put(workbook, key)));
};

/** Puts another workbook in this tab's place; the tab is to be reloaded. */
export const replaceWorkbook = async (workbook: OpenedWorkbook): Promise<void> => {
  isReplaced = true;
  await transact("readwrite", (store) => store.put(workbook, workbookKey()));
};

/** Keeps a workbook for a tab of its own. */
export const storeBeside = async (key: string, workbook: OpenedWorkbook): Promise<void> => {
  await transact("readwrite", (store) => store.put(workbook, key));
};

/** Leaves this tab without a workbook: after reloading it begins with a blank one. */
export const forgetWorkbook = async (): Promise<void> => {
  isReplaced = true;
  await transact("readwrite", (store) => store.delete(workbookKey()));
};
