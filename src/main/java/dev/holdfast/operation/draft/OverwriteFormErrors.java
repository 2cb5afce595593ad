package dev.holdfast.operation.draft;

import dev.holdfast.bot.TextLimit;
import dev.holdfast.message.Message;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with the inputs that every form has with which an environment is overwritten. */
public final class OverwriteFormErrors {

  private OverwriteFormErrors() {}

  /** By the input that it is about. */
  public static Map<String, Message> of(
      String target, String targetName, String securityGroup, String reason) {
    Map<String, Message> errors = new LinkedHashMap<>();
    if (target.isEmpty()) {
      errors.put("target", Message.of("card.restore-form.target.missing"));
    }
    if (targetName.length() > TextLimit.NAME.most()) {
      errors.put(
          "targetName", Message.of("restoreForm.name.tooLong", "most", TextLimit.NAME.most()));
    }
    if (reason.isEmpty()) {
      errors.put("reason", Message.of("card.restore-form.reason.missing"));
    }
    SecurityGroupInput.objection(securityGroup)
        .ifPresent(objection -> errors.put("securityGroup", objection));
    return errors;
  }
}
