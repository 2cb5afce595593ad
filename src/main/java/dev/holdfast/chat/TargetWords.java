package dev.holdfast.chat;

import dev.holdfast.environment.Candidates;
import dev.holdfast.environment.Check;
import dev.holdfast.environment.Subject;
import java.util.Comparator;
import java.util.List;

/** What a form says of targets that our rules allow and the service does not offer. */
final class TargetWords {

  private TargetWords() {}

  static List<Subject> offeredFirst(List<Subject> legal, Candidates candidates) {
    return legal.stream().sorted(Comparator.comparing(candidates::leaveOut)).toList();
  }

  static String remark(Subject target, Candidates candidates) {
    return candidates.leaveOut(target) ? " · not offered by Power Platform" : "";
  }

  /** For below the choices; empty when there is nothing to say. */
  static String note(List<Subject> legal, Candidates candidates) {
    long leftOut = legal.stream().filter(candidates::leaveOut).count();
    return leftOut == 0
        ? candidates.trouble().map(Check::sentence).orElse("")
        : leftOut
            + (leftOut == 1 ? " of the targets is" : " of the targets are")
            + " not offered by Power Platform itself, though Holdfast knows no rule against it.";
  }
}
