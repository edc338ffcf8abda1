import { tokens } from "@fluentui/react-components";
import { ArrowSyncCircleFilled } from "@fluentui/react-icons/svg/arrow-sync-circle";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { DismissCircleFilled } from "@fluentui/react-icons/svg/dismiss-circle";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { LightbulbFilled } from "@fluentui/react-icons/svg/lightbulb";
import { PauseCircleFilled } from "@fluentui/react-icons/svg/pause-circle";
import { QuestionCircleFilled } from "@fluentui/react-icons/svg/question-circle";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import { WrenchFilled } from "@fluentui/react-icons/svg/wrench";
import type { Severity } from "../../assessment/finding";

const MARKS = {
  kesalahan: { Icon: ErrorCircleFilled, color: tokens.colorStatusDangerForeground1 },
  peringatan: { Icon: WarningFilled, color: tokens.colorStatusWarningForeground1 },
  saran: { Icon: LightbulbFilled, color: tokens.colorBrandForeground1 },
  done: { Icon: CheckmarkCircleFilled, color: tokens.colorStatusSuccessForeground1 },
  held: { Icon: PauseCircleFilled, color: tokens.colorStatusWarningForeground1 },
  refused: { Icon: DismissCircleFilled, color: tokens.colorStatusDangerForeground1 },
  repaired: { Icon: WrenchFilled, color: tokens.colorStatusSuccessForeground1 },
  superseded: { Icon: ArrowSyncCircleFilled, color: tokens.colorNeutralForeground2 },
  missing: { Icon: QuestionCircleFilled, color: tokens.colorStatusWarningForeground1 },
} as const;

export type Mark = keyof typeof MARKS;

/** A state as a shape of its own and a colour; the word always stands beside it, so the icon itself is silent. */
export function SeverityIcon({ mark, size = 20 }: { mark: Mark | Severity; size?: 16 | 20 }) {
  const { Icon, color } = MARKS[mark];
  return <Icon aria-hidden style={{ color, width: size, height: size, fontSize: size, flexShrink: 0 }} />;
}
