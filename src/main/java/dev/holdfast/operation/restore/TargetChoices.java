package dev.holdfast.operation.restore;

import dev.holdfast.card.CardTexts;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.RestoreCandidateList;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a form says of targets that our rules allow and the service does not offer. */
final class TargetChoices {

  private TargetChoices() {}

  static List<EnvironmentProfile> offeredFirst(
      List<EnvironmentProfile> legal, RestoreCandidateList candidates) {
    Map<Boolean, List<EnvironmentProfile>> leftOut =
        legal.stream().collect(Collectors.partitioningBy(candidates::leaveOut));
    return Stream.concat(leftOut.get(false).stream(), leftOut.get(true).stream()).toList();
  }

  /** What a choice shows. */
  static String title(
      String label, EnvironmentProfile target, RestoreCandidateList candidates, CardTexts texts) {
    return candidates.leaveOut(target)
        ? texts.of("restoreForm.target.notOffered", "environment", label)
        : label;
  }

  /** For below the choices; empty when there is nothing to say. */
  static Optional<Message> note(List<EnvironmentProfile> legal, RestoreCandidateList candidates) {
    long leftOut = legal.stream().filter(candidates::leaveOut).count();
    return leftOut == 0
        ? candidates.trouble().map(Finding::message)
        : Optional.of(Message.of("restoreForm.target.notOffered.note", "count", leftOut));
  }
}
