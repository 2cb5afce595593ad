package dev.holdfast.operation.mode;

import dev.holdfast.adminapi.AdminApi.AdministrationMode;
import dev.holdfast.bot.TextLimit;
import dev.holdfast.message.Message;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a person puts into the form, and how its inputs name it. */
final class AdminModeInput {

  static final String SOURCE = "source";
  static final String MODE = "mode";
  static final String REASON = "reason";

  private AdminModeInput() {}

  /** As the form has it. */
  static String word(AdministrationMode mode) {
    return switch (mode) {
      case OFF -> "off";
      case ON -> "on";
      case ON_WITHOUT_BACKGROUND_OPERATIONS -> "on-without-background";
    };
  }

  /** Empty when none was chosen. */
  static Optional<AdministrationMode> mode(Map<String, String> data) {
    return Arrays.stream(AdministrationMode.values())
        .filter(one -> word(one).equals(data.getOrDefault(MODE, "")))
        .findFirst();
  }

  /** What is wrong with what was filled in, by input. */
  static Map<String, Message> errors(Map<String, String> data) {
    Map<String, Message> errors = new LinkedHashMap<>();
    if (data.getOrDefault(SOURCE, "").isBlank()) {
      errors.put(SOURCE, Message.of("adminModeForm.source.missing"));
    }
    if (mode(data).isEmpty()) {
      errors.put(MODE, Message.of("card.admin-mode-form.mode.missing"));
    }
    if (data.getOrDefault(REASON, "").isBlank()) {
      errors.put(REASON, Message.of("card.admin-mode-form.reason.missing"));
    } else if (data.get(REASON).strip().length() > TextLimit.REASON.most()) {
      errors.put(
          REASON, Message.of("adminModeForm.reason.tooLong", "most", TextLimit.REASON.most()));
    }
    return errors;
  }
}
