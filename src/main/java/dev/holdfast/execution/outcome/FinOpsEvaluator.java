package dev.holdfast.execution.outcome;

import static dev.holdfast.adminapi.finops.FinOpsAnswer.Reason.NOT_ASKED;
import static dev.holdfast.adminapi.finops.FinOpsAnswer.Reason.REFUSED;
import static dev.holdfast.adminapi.finops.FinOpsAnswer.Reason.UNREACHABLE;
import static dev.holdfast.adminapi.finops.FinOpsAnswer.Reason.UNREADABLE;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsAnswer.Unavailable;
import dev.holdfast.adminapi.finops.FinOpsEnvironmentState;
import dev.holdfast.adminapi.finops.FinOpsError;
import dev.holdfast.adminapi.finops.FinOpsProperties;
import dev.holdfast.message.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells from what was read whether the finance and operations apps of an environment run. They do
 * only if all that can be read says so; no list of the words for their state is published (facts
 * 6.5), so those that count as ready are a setting, and any other is none of success.
 */
public final class FinOpsEvaluator {

  private static final List<String> FAILING =
      List.of(
          "fail",
          "error",
          "cancel",
          "abort",
          "reject",
          "denied",
          "timeout",
          "timedout",
          "expired",
          "terminat",
          "fault",
          "rolledback",
          "corrupt");

  private final Set<String> ready;

  /**
   * @param readyWords those words for the state that say that they run
   */
  public FinOpsEvaluator(Collection<String> readyWords) {
    ready = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    readyWords.stream().map(String::strip).filter(word -> !word.isEmpty()).forEach(ready::add);
  }

  public FinOpsFinding evaluate(FinOpsEvidence evidence) {
    return failure(evidence)
        .or(() -> openState(evidence))
        .or(() -> silence(evidence, "finOps.silent.errors", evidence.errors()))
        .or(() -> openProperties(evidence))
        .or(() -> otherVersion(evidence))
        .<FinOpsFinding>map(open -> open)
        .orElseGet(() -> ready(evidence));
  }

  /**
   * Of an environment that shows no apps that were restored with it.
   *
   * @param expected whether the source had some: then they show late (facts 1.9, row 9), or are
   *     lost
   */
  public static FinOpsFinding withoutApps(Environment target, boolean expected) {
    return expected && target.finOps() instanceof FinOpsLink.None
        ? new FinOpsFinding.NotYet(
            Message.of("finOps.notShown", "environment", target.displayName()))
        : new FinOpsFinding.NotThere();
  }

  /** What the service says went wrong, in the errors of its operations or by its state. */
  private Optional<FinOpsFinding.Open> failure(FinOpsEvidence evidence) {
    List<FinOpsError> errors = evidence.errors().known().orElse(List.of());
    if (!errors.isEmpty()) {
      FinOpsError last = errors.get(errors.size() - 1);
      return Optional.of(
          new FinOpsFinding.Broken(
              about(evidence, "finOps.error")
                  .with("error", Message.plain(ServiceErrorReader.stored(last).words())),
              errors));
    }
    return word(evidence)
        .filter(this::isFailing)
        .map(
            word ->
                new FinOpsFinding.Broken(
                    about(evidence, "finOps.failed").with("state", Message.plain(word)),
                    List.of()));
  }

  private static Optional<String> word(FinOpsEvidence evidence) {
    return evidence.state().known().map(FinOpsEnvironmentState::state).map(String::strip);
  }

  private boolean isFailing(String word) {
    String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    boolean ongoing = plain.endsWith("ing") || plain.startsWith("not");
    return !ready.contains(word) && !ongoing && FAILING.stream().anyMatch(plain::contains);
  }

  /** Any word but those that say that they run leaves it open. */
  private Optional<FinOpsFinding.Open> openState(FinOpsEvidence evidence) {
    Optional<String> word = word(evidence);
    if (word.isEmpty()) {
      return silence(evidence, "finOps.silent.state", evidence.state());
    }
    return word.filter(said -> !ready.contains(said))
        .map(
            said ->
                said.isEmpty()
                    ? about(evidence, "finOps.noState")
                    : about(evidence, "finOps.notYet").with("state", Message.plain(said)))
        .map(FinOpsFinding.NotYet::new);
  }

  private static Optional<FinOpsFinding.Open> silence(
      FinOpsEvidence evidence, String code, FinOpsAnswer<?> answer) {
    return unavailable(answer)
        .filter(none -> none.reason() == UNREACHABLE || none.reason() == UNREADABLE)
        .map(none -> about(evidence, code).with("reason", Message.plain(none.why())))
        .map(FinOpsFinding.Silent::new);
  }

  /**
   * Only where the Power Platform API isn't used, or doesn't let Holdfast in, does the state that
   * Dataverse gives suffice.
   */
  private static Optional<FinOpsFinding.Open> openProperties(FinOpsEvidence evidence) {
    Optional<FinOpsFinding.Open> silent =
        silence(evidence, "finOps.silent.properties", evidence.properties());
    if (silent.isPresent()) {
      return silent;
    }
    return unavailable(evidence.properties())
        .filter(none -> !isClosed(none) || evidence.state().known().isEmpty())
        .map(
            none ->
                isClosed(none)
                    ? about(evidence, "finOps.unreadable.state").with("reason", why(evidence))
                    : about(evidence, "finOps.unreadable.properties")
                        .with("reason", Message.plain(none.why())))
        .map(FinOpsFinding.Unreadable::new);
  }

  private static boolean isClosed(Unavailable<?> answer) {
    return answer.reason() == NOT_ASKED || answer.reason() == REFUSED;
  }

  private static Message why(FinOpsEvidence evidence) {
    return Message.plain(unavailable(evidence.state()).map(Unavailable::why).orElse(""));
  }

  /** The data brings its version along (rule R17). */
  private static Optional<FinOpsFinding.Open> otherVersion(FinOpsEvidence evidence) {
    return evidence
        .sourceVersion()
        .flatMap(
            source ->
                version(evidence)
                    .filter(now -> !now.equals(source.strip()))
                    .map(
                        now ->
                            about(evidence, "finOps.otherVersion")
                                .with("version", now)
                                .with("source", source.strip())))
        .map(FinOpsFinding.OtherVersion::new);
  }

  private static Optional<String> version(FinOpsEvidence evidence) {
    return evidence
        .properties()
        .known()
        .flatMap(FinOpsProperties::applicationVersion)
        .map(String::strip)
        .filter(version -> !version.isEmpty());
  }

  private static FinOpsFinding ready(FinOpsEvidence evidence) {
    Optional<String> word = word(evidence);
    List<Message> unread = new ArrayList<>();
    if (word.isEmpty()) {
      unread.add(Message.of("finOps.unread.state"));
    }
    if (evidence.errors().known().isEmpty()) {
      unread.add(Message.of("finOps.unread.errors"));
    }
    if (version(evidence).isEmpty() || evidence.sourceVersion().isEmpty()) {
      unread.add(Message.of("finOps.unread.version"));
    }
    Message ready =
        word.map(state -> Message.of("finOps.ready", "state", Message.plain(state)))
            .orElseGet(() -> Message.of("finOps.answers"));
    return new FinOpsFinding.Ready(
        unread.isEmpty() ? ready : ready.then(Message.of("finOps.unread", "parts", unread)), word);
  }

  private static Optional<Unavailable<?>> unavailable(FinOpsAnswer<?> answer) {
    return answer instanceof Unavailable<?> none ? Optional.of(none) : Optional.empty();
  }

  private static Message about(FinOpsEvidence evidence, String code) {
    return Message.of(code, "environment", evidence.environment());
  }
}
