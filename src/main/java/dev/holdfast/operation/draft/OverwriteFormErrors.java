package dev.holdfast.operation.draft;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with the inputs that every form has with which an environment is overwritten. */
public final class OverwriteFormErrors {

  private static final int LONGEST_NAME = 100;

  private OverwriteFormErrors() {}

  /** A sentence by the input that it is about. */
  public static Map<String, String> of(
      String target, String targetName, String securityGroup, String reason) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (target.isEmpty()) {
      errors.put("target", "Choose the environment to overwrite.");
    }
    if (targetName.length() > LONGEST_NAME) {
      errors.put("targetName", "A name has at most " + LONGEST_NAME + " characters.");
    }
    if (reason.isEmpty()) {
      errors.put("reason", "Say why. The approvers read it.");
    }
    SecurityGroupInput.objection(securityGroup)
        .ifPresent(sentence -> errors.put("securityGroup", sentence));
    return errors;
  }
}
