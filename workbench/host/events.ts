import type { HostObject } from "./protocol";
import { type Area, formatArea, intersect } from "./model/address";

/** One message from the host to the client: category, type, target, JSON, id. */
export type Message = [category: number, type: number, target: string, json: string, id: string];

const OBJECT_EVENT = 65536;
const WORKBOOK = "Workbook";

/** The numbers by which the client knows its events. */
export const EventType = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  rowHidden: 22,
  protectionChanged: 24,
  nameChanged: 25,
  visibilityChanged: 26,
  moved: 27,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  chartAdded: 50,
  chartDeleted: 53,
  runtimeVisibility: 65539,
} as const;

export type ChangeType =
  "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted" | "CellInserted" | "CellDeleted";
export type TriggerSource = "ThisLocalAddin" | "Unknown";

export interface Change {
  sheetId: string;
  area: Area;
  changeType: ChangeType;
  trigger: TriggerSource;
}

export interface TableArea {
  id: string;
  area: Area;
}

/** Who listens to what, and the telling of it. */
export class Events {
  /** `context.runtime.enableEvents`. */
  enabled = true;
  /** Delivers to the client; set by the transport once there is one. */
  deliver: (message: Message) => void = () => undefined;
  private readonly listeners = new Map<string, number>();

  constructor(private readonly tablesOn: (sheetId: string) => TableArea[]) {}

  /** Whether anybody listens to this event of this target. */
  listens(type: number, target: string): boolean {
    return (this.listeners.get(`${type} ${target}`) ?? 0) > 0;
  }

  listen(type: number, target: string, change: 1 | -1): void {
    const key = `${type} ${target}`;
    this.listeners.set(key, Math.max(0, (this.listeners.get(key) ?? 0) + change));
  }

  /** A new pane starts without listeners. */
  forget(): void {
    this.listeners.clear();
    this.enabled = true;
  }

  /** Tells whoever listens to this one target and whoever listens to the workbook. */
  emit(type: number, target: string, args: object): void {
    if (!this.enabled) return;
    for (const listener of target === WORKBOOK ? [WORKBOOK] : [target, WORKBOOK]) {
      if (this.listens(type, listener)) this.send(OBJECT_EVENT, type, listener, JSON.stringify(args));
    }
  }

  /** Delivers after the running request has been answered, as Excel does. */
  send(category: number, type: number, target: string, json: string): void {
    setTimeout(() => this.deliver([category, type, target, json, "1"]));
  }

  changed({ sheetId, area, changeType, trigger }: Change): void {
    const common = {
      address: formatArea(area),
      changeType,
      source: "Local",
      worksheetId: sheetId,
      triggerSource: trigger,
    };
    this.emit(EventType.changed, sheetId, common);
    for (const table of this.tablesOn(sheetId)) {
      const part = intersect(table.area, area);
      if (part)
        this.emit(EventType.tableChanged, table.id, { ...common, address: formatArea(part), tableId: table.id });
    }
  }
}

/** The `_Register…`/`_Unregister…` members of an event source, by the client's own names for them. */
export function eventMembers(
  events: Events,
  target: () => string,
  names: Record<string, number>,
): Record<string, () => void> {
  const members: Record<string, () => void> = {};
  for (const [name, type] of Object.entries(names)) {
    members[`_Register${name}`] = () => events.listen(type, target(), 1);
    members[`_Unregister${name}`] = () => events.listen(type, target(), -1);
  }
  return members;
}

/** Gives a model object its event members. */
export function addEventMembers(
  object: HostObject,
  events: Events,
  target: () => string,
  names: Record<string, number>,
): void {
  Object.assign(object, eventMembers(events, target, names));
}

export const SHEET_EVENTS: Record<string, number> = {
  ActivatedEvent: EventType.activated,
  CalculatedEvent: EventType.calculated,
  DataChangedEvent: EventType.changed,
  DeactivatedEvent: EventType.deactivated,
  EventNameChanged: EventType.nameChanged,
  EventVisibilityChanged: EventType.visibilityChanged,
  ProtectionChangedEvent: EventType.protectionChanged,
  RowHiddenChangedEvent: EventType.rowHidden,
  SelectionChangedEvent: EventType.selectionChanged,
};

export const WORKBOOK_TARGET = WORKBOOK;
