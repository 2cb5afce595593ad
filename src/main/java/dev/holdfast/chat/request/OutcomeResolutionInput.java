package dev.holdfast.chat.request;

import dev.holdfast.approval.ResolutionInput;
import dev.holdfast.request.step.ResolutionKind;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Reads what a person chose and typed to settle an outcome that is not known. */
final class OutcomeResolutionInput {

  /** In the value of a choice, before the id of an operation that was found. */
  private static final String ID = ":";

  private OutcomeResolutionInput() {}

  static ResolutionInput read(Map<String, String> data) {
    String chosen = text(data, "settlement");
    int colon = chosen.indexOf(ID);
    String name = colon < 0 ? chosen : chosen.substring(0, colon);
    Optional<ResolutionKind> way =
        Arrays.stream(ResolutionKind.values()).filter(w -> w.name().equals(name)).findFirst();
    return new ResolutionInput(
        way,
        colon < 0 ? text(data, "operation") : chosen.substring(colon + ID.length()),
        text(data, "comment"),
        Boolean.parseBoolean(text(data, "lookedAtOperations")));
  }

  private static String text(Map<String, String> data, String key) {
    return data.getOrDefault(key, "").strip();
  }
}
