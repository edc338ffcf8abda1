import { fill, type MessageParams } from "../locale";
import { functions } from "../locale/id/functions";

/** What a function throws: #VALUE! with a sentence (Excel shows own sentences for #VALUE! and #N/A only). */
export const valueError = (key: keyof typeof functions, params: MessageParams = {}): Error =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, fill(functions[key], params)) as unknown as Error;
