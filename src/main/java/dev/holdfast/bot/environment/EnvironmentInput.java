package dev.holdfast.bot.environment;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.NameLookup;
import dev.holdfast.message.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An environment that was chosen in a form or typed into it: where there are thousands, the choices
 * cannot hold them all.
 *
 * @param data what the form sent, with the id in place of the typed text where it is clear
 * @param error what to say where it is not; empty when there is nothing to say
 * @param among what may be meant then
 */
public record EnvironmentInput(
    Map<String, String> data, Optional<Message> error, List<EnvironmentProfile> among) {

  private static EnvironmentInput clear(Map<String, String> data) {
    return new EnvironmentInput(data, Optional.empty(), List.of());
  }

  private static EnvironmentInput unclear(
      Map<String, String> data, Message error, List<EnvironmentProfile> among) {
    return new EnvironmentInput(data, Optional.of(error), among);
  }

  /**
   * Reads the text beside an input, such as {@code targetText} beside {@code target}. It wins over
   * the choice: who types does so because the choices were no help.
   */
  public static EnvironmentInput read(
      Map<String, String> data, String input, ReadableEnvironments environments, ChatUser who) {
    Map<String, String> rest = new LinkedHashMap<>(data);
    String text = rest.getOrDefault(input + "Text", "").strip();
    rest.remove(input + "Text");
    if (text.isEmpty()) {
      return chosen(rest, input, environments, who);
    }
    NameLookup lookup = environments.find(text, who);
    if (lookup instanceof NameLookup.One one) {
      rest.put(input, one.subject().id());
      return clear(rest);
    }
    rest.remove(input);
    if (lookup instanceof NameLookup.Several several) {
      return unclear(rest, several(several.candidates(), text), several.candidates());
    }
    List<EnvironmentProfile> nearest = ((NameLookup.None) lookup).nearest();
    return unclear(
        rest,
        Message.of(
            nearest.isEmpty() ? "environmentInput.none" : "environmentInput.none.nearest",
            "text",
            text),
        nearest);
  }

  /**
   * The same without asking the admin API; empty when memory leaves a doubt about which environment
   * is meant.
   */
  public static Optional<EnvironmentInput> readInMemory(
      Map<String, String> data, String input, ReadableEnvironments environments, ChatUser who) {
    Map<String, String> rest = new LinkedHashMap<>(data);
    String text = rest.getOrDefault(input + "Text", "").strip();
    rest.remove(input + "Text");
    String id = data.getOrDefault(input, "").strip();
    if (text.isEmpty() && id.isEmpty()) {
      return Optional.of(clear(rest));
    }
    return (text.isEmpty() ? environments.inMemory(id, who) : environments.foundInMemory(text, who))
        .map(
            known -> {
              rest.put(input, known.id());
              return clear(rest);
            });
  }

  /**
   * A client can send whatever it likes as the choice: what is no environment goes back to the
   * person. One that is new may be known to another replica only, so the list is read again.
   */
  private static EnvironmentInput chosen(
      Map<String, String> data, String input, ReadableEnvironments environments, ChatUser who) {
    String id = data.getOrDefault(input, "").strip();
    if (id.isEmpty()) {
      return clear(data);
    }
    Optional<EnvironmentProfile> known = environments.byId(id, who);
    if (known.isPresent()) {
      data.put(input, known.get().id());
      return clear(data);
    }
    environments.refreshSoon();
    data.remove(input);
    return unclear(data, Message.of("environmentInput.gone"), List.of());
  }

  private static Message several(List<EnvironmentProfile> candidates, String text) {
    boolean namesakes =
        candidates.stream().allMatch(one -> one.name().strip().equalsIgnoreCase(text));
    return Message.of(
        namesakes ? "environmentInput.namesakes" : "environmentInput.several",
        "count",
        candidates.size(),
        "text",
        text);
  }

  public boolean unclear() {
    return error.isPresent();
  }
}
