package dev.holdfast.approval.policy;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The rules of {@code holdfast.policy[n]} as a text that can be kept. */
public final class ListedPolicyText {

  /** A policy that allows nothing. */
  public static final Policy NOTHING = ListedPolicy.of(List.of());

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ListedPolicyText() {}

  public static String of(PolicyProperties properties) {
    return JSON.writeValueAsString(properties.policy());
  }

  /** Empty if it isn't such a text. */
  public static Optional<Policy> parse(String text) {
    try {
      return Optional.of(
          ListedPolicy.of(List.of(JSON.readValue(text, PolicyProperties.Rule[].class))));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
