package dev.holdfast.adminapi.http;

import static dev.holdfast.adminapi.http.JsonFields.text;

import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.adminapi.FinOpsLink;
import java.util.Locale;
import java.util.Optional;

/** Words that both admin APIs use of an environment (facts 1.6 and 2). */
public final class StatusVocabulary {

  /** How the service writes that there is none (facts 1.1, "security group"). */
  private static final String NONE = "00000000-0000-0000-0000-000000000000";

  private StatusVocabulary() {}

  public static EnvironmentType type(String sku) {
    return switch (sku.toLowerCase(Locale.ROOT)) {
      case "production" -> EnvironmentType.PRODUCTION;
      case "sandbox" -> EnvironmentType.SANDBOX;
      case "developer" -> EnvironmentType.DEVELOPER;
      case "trial", "subscriptionbasedtrial" -> EnvironmentType.TRIAL;
      case "default" -> EnvironmentType.DEFAULT;
      case "teams" -> EnvironmentType.TEAMS;
      default -> EnvironmentType.UNKNOWN;
    };
  }

  /** What a link that is there is. */
  public static FinOpsLink finOps(String word, Optional<String> url) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "internal" -> new FinOpsLink.Unified(url);
      case "linked" -> new FinOpsLink.LcsLinked(url);
      default -> new FinOpsLink.Unknown(word);
    };
  }

  /** Whether it is a Managed Environment; a third word is neither. */
  public static Optional<Boolean> managed(String protectionLevel) {
    return yesOrNo(protectionLevel, "Standard", "Basic");
  }

  /** A third word is neither. */
  public static Optional<Boolean> yesOrNo(String word, String yes, String no) {
    if (yes.equalsIgnoreCase(word)) {
      return Optional.of(true);
    }
    return no.equalsIgnoreCase(word) ? Optional.of(false) : Optional.empty();
  }

  /** An id; empty when it is all zeros, which means none. */
  public static Optional<String> id(String id) {
    return text(id).filter(given -> !given.equals(NONE));
  }
}
