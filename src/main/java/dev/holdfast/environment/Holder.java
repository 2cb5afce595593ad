package dev.holdfast.environment;

import dev.holdfast.platform.Operation;
import dev.holdfast.platform.Operation.Principal;
import dev.holdfast.platform.Operation.State;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The operation that holds an environment: the service runs one at a time on each (rule R29).
 *
 * @param operation one that has not ended
 */
public record Holder(Operation operation) {

  /** What runs comes before what waits, and that before what cannot be told. */
  private static final Comparator<Operation> PLAINEST_FIRST =
      Comparator.comparingInt(operation -> rank(operation.state()));

  /**
   * @param operations all of an environment, newest first
   */
  public static Optional<Holder> among(List<Operation> operations) {
    return operations.stream()
        .filter(operation -> !operation.state().ended())
        .min(PLAINEST_FIRST)
        .map(Holder::new);
  }

  private static int rank(State state) {
    return switch (state) {
      case RUNNING -> 0;
      case NOT_STARTED -> 1;
      case UNKNOWN, SUCCEEDED, FAILED -> 2;
    };
  }

  /**
   * Which operation it is, since when and by whom, such as {@code Restore (Running) since
   * 2026-11-20T17:00:00Z, asked for by Adele Vance}. Instants as in {@link Check#sentence}.
   */
  public String words() {
    return what() + since() + by();
  }

  private String what() {
    String type = operation.type().isBlank() ? "an operation without a name" : operation.type();
    return operation.stateWord().isBlank() ? type : type + " (" + operation.stateWord() + ")";
  }

  private String since() {
    return operation.createdAt().map(at -> " since " + PointRules.words(at)).orElse("");
  }

  private String by() {
    return operation
        .requestedBy()
        .map(Holder::name)
        .filter(name -> !name.isEmpty())
        .map(name -> ", asked for by " + name)
        .orElse("");
  }

  /** A name says more than a type, and a type more than an id. */
  private static String name(Principal principal) {
    return List.of(principal.displayName(), principal.type(), principal.id()).stream()
        .filter(word -> !word.isBlank())
        .findFirst()
        .orElse("");
  }
}
