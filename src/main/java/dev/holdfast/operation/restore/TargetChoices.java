package dev.holdfast.operation.restore;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.RestoreCandidateList;
import java.util.List;
import java.util.Map;
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

  static String remark(EnvironmentProfile target, RestoreCandidateList candidates) {
    return candidates.leaveOut(target) ? " · not offered by Power Platform" : "";
  }

  /** For below the choices; empty when there is nothing to say. */
  static String note(List<EnvironmentProfile> legal, RestoreCandidateList candidates) {
    long leftOut = legal.stream().filter(candidates::leaveOut).count();
    return leftOut == 0
        ? candidates.trouble().map(Finding::sentence).orElse("")
        : leftOut
            + (leftOut == 1 ? " of the targets is" : " of the targets are")
            + " not offered by Power Platform itself, though Holdfast knows no rule against it.";
  }
}
