package dev.holdfast.operation.retention;

import dev.holdfast.adminapi.AdminApi.RetentionPeriod;
import dev.holdfast.message.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a person put into the form, as it was typed: nothing in it is checked. Texts are empty when
 * nothing was put in. Drafts store it.
 *
 * @param environment the ID of the environment
 * @param period how long backups are to be kept: {@code P14D}
 * @param ticket the change ticket that has to allow it
 */
public record RetentionInput(String environment, String period, String reason, String ticket) {

  static final String ENVIRONMENT = "environment";
  static final String PERIOD = "period";

  static RetentionInput of(Map<String, String> data) {
    return new RetentionInput(
        text(data, ENVIRONMENT), text(data, PERIOD), text(data, "reason"), text(data, "ticket"));
  }

  Map<String, String> toData() {
    Map<String, String> data = new LinkedHashMap<>();
    data.put(ENVIRONMENT, environment);
    data.put(PERIOD, period);
    data.put("reason", reason);
    data.put("ticket", ticket);
    return data;
  }

  /** Empty when none was chosen. */
  Optional<RetentionPeriod> chosen() {
    return RetentionPeriod.of(period);
  }

  /** What is missing, by the input that it is about. */
  Map<String, Message> errors() {
    Map<String, Message> errors = new LinkedHashMap<>();
    if (environment.isEmpty()) {
      errors.put(ENVIRONMENT, Message.of("card.source-input.missing"));
    }
    if (chosen().isEmpty()) {
      errors.put(PERIOD, Message.of("card.retention-form.period.missing"));
    }
    if (reason.isEmpty()) {
      errors.put("reason", Message.of("card.restore-form.reason.missing"));
    }
    return errors;
  }

  private static String text(Map<String, String> data, String key) {
    return data.getOrDefault(key, "").strip();
  }
}
