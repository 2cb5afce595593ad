package dev.holdfast.bot.environment;

import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.NameLookup;
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
    Map<String, String> data, String error, List<EnvironmentProfile> among) {

  /**
   * Reads the text beside an input, such as {@code targetText} beside {@code target}. It wins over
   * the choice: who types does so because the choices were no help.
   */
  public static EnvironmentInput read(
      Map<String, String> data, String input, EnvironmentCatalog catalog) {
    Map<String, String> rest = new LinkedHashMap<>(data);
    String text = rest.getOrDefault(input + "Text", "").strip();
    rest.remove(input + "Text");
    if (text.isEmpty()) {
      return chosen(rest, input, catalog);
    }
    NameLookup lookup = catalog.find(text);
    if (lookup instanceof NameLookup.One one) {
      rest.put(input, one.subject().id());
      return new EnvironmentInput(rest, "", List.of());
    }
    rest.remove(input);
    if (lookup instanceof NameLookup.Several several) {
      return new EnvironmentInput(rest, several(several.candidates(), text), several.candidates());
    }
    List<EnvironmentProfile> nearest = ((NameLookup.None) lookup).nearest();
    return new EnvironmentInput(
        rest,
        "There is no environment named “%s”.%s"
            .formatted(text, nearest.isEmpty() ? "" : " The list has the nearest."),
        nearest);
  }

  /**
   * The same without asking the admin API; empty when memory leaves a doubt about which environment
   * is meant.
   */
  public static Optional<EnvironmentInput> readInMemory(
      Map<String, String> data, String input, EnvironmentCatalog catalog) {
    Map<String, String> rest = new LinkedHashMap<>(data);
    String text = rest.getOrDefault(input + "Text", "").strip();
    rest.remove(input + "Text");
    String id = data.getOrDefault(input, "").strip();
    if (text.isEmpty() && id.isEmpty()) {
      return Optional.of(new EnvironmentInput(rest, "", List.of()));
    }
    return (text.isEmpty() ? catalog.inMemory(id) : catalog.foundInMemory(text))
        .map(
            known -> {
              rest.put(input, known.id());
              return new EnvironmentInput(rest, "", List.of());
            });
  }

  /**
   * A client can send whatever it likes as the choice: what is no environment goes back to the
   * person. One that is new may be known to another replica only, so the list is read again.
   */
  private static EnvironmentInput chosen(
      Map<String, String> data, String input, EnvironmentCatalog catalog) {
    String id = data.getOrDefault(input, "").strip();
    if (id.isEmpty()) {
      return new EnvironmentInput(data, "", List.of());
    }
    Optional<EnvironmentProfile> known = catalog.byId(id);
    if (known.isPresent()) {
      data.put(input, known.get().id());
      return new EnvironmentInput(data, "", List.of());
    }
    catalog.refreshSoon();
    data.remove(input);
    return new EnvironmentInput(
        data,
        "What was chosen is not among the environments that Holdfast knows; perhaps it was deleted."
            + " Choose again.",
        List.of());
  }

  private static String several(List<EnvironmentProfile> candidates, String text) {
    boolean namesakes =
        candidates.stream().allMatch(one -> one.name().strip().equalsIgnoreCase(text));
    return (namesakes
            ? "%s environments are named “%s”. Choose from the list, or type an ID."
            : "%s environments begin with “%s”. Choose from the list, or type more of the name.")
        .formatted(candidates.size(), text);
  }

  public boolean unclear() {
    return !error.isEmpty();
  }
}
