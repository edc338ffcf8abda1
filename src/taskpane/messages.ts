import type { Locale } from "../locale";
import { messages as indonesian } from "./messages-id";
import type { Messages } from "./words";

/** Every message of a language that the pane may show; the second language loads when it is chosen. */
export const messagesOf = async (locale: Locale): Promise<Messages> =>
  locale === "id" ? indonesian : (await import(/* webpackChunkName: "english" */ "./messages-en")).messages;
