package dev.holdfast.app;

import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code --policy-explain} is asked about.
 *
 * @param file with the policy
 * @param person by Entra object ID
 */
record ExplainedOperation(String file, String person, List<EnvironmentUse> uses) {

  static final String SOURCE = "--source";
  static final String TARGET = "--target";

  static final List<String> USAGE =
      List.of(
          "It's --policy-explain FILE --person ID --operation restore|copy --source ENVIRONMENT"
              + " --target ENVIRONMENT,",
          "or --operation backup --source ENVIRONMENT,",
          "or --operation leave-admin-mode --target ENVIRONMENT.",
          "An environment is ID[,type=sandbox][,kind=unified-sandbox][,region=europe]"
              + "[,group=ID][,managed=true][,name=NAME], or @FILE with a JSON object of these.");

  private static final Set<String> ATTRIBUTES =
      Set.of("type", "kind", "region", "group", "managed");

  private static final Map<String, Map<String, EnvironmentRole>> OPERATIONS =
      Map.of(
          "restore", pair(),
          "copy", pair(),
          "backup", Map.of(SOURCE, EnvironmentRole.HELD),
          "leave-admin-mode", Map.of(TARGET, EnvironmentRole.OPENED));

  private static Map<String, EnvironmentRole> pair() {
    return new TreeMap<>(
        Map.of(
            SOURCE, EnvironmentRole.DATA_LEAVES,
            TARGET, EnvironmentRole.OVERWRITTEN));
  }

  /** Empty if the arguments aren't understood. */
  static Optional<ExplainedOperation> of(List<String> arguments) throws IOException {
    CommandLineOptions.PolicyExplain given =
        CommandLineOptions.read(new CommandLineOptions.PolicyExplain(), arguments);
    Map<String, String> environments = new HashMap<>();
    Optional.ofNullable(given.source).ifPresent(one -> environments.put(SOURCE, one));
    Optional.ofNullable(given.target).ifPresent(one -> environments.put(TARGET, one));
    Map<String, EnvironmentRole> roles = OPERATIONS.getOrDefault(given.operation, Map.of());
    if (!given.others().isEmpty()
        || given.file.isEmpty()
        || roles.isEmpty()
        || !environments.keySet().equals(roles.keySet())) {
      return Optional.empty();
    }
    List<EnvironmentUse> uses = uses(environments, roles);
    return uses.size() == roles.size()
        ? Optional.of(new ExplainedOperation(given.file, given.person, uses))
        : Optional.empty();
  }

  /** Fewer than there are roles if one isn't understood. */
  private static List<EnvironmentUse> uses(
      Map<String, String> options, Map<String, EnvironmentRole> roles) throws IOException {
    List<EnvironmentUse> uses = new ArrayList<>();
    for (Map.Entry<String, EnvironmentRole> role : roles.entrySet()) {
      environment(options.get(role.getKey()))
          .map(environment -> new EnvironmentUse(environment, role.getValue()))
          .ifPresent(uses::add);
    }
    return uses;
  }

  private static Optional<EnvironmentRef> environment(String text) throws IOException {
    Map<String, String> given =
        text.startsWith("@") ? json(Files.readString(Path.of(text.substring(1)))) : words(text);
    String id = given.remove("id");
    String name = given.getOrDefault("name", id);
    given.remove("name");
    if (id == null || id.isBlank() || !ATTRIBUTES.containsAll(given.keySet())) {
      return Optional.empty();
    }
    given.replaceAll((key, value) -> value.toLowerCase(Locale.ROOT));
    return Optional.of(new EnvironmentRef(id, name, "", given));
  }

  private static Map<String, String> words(String text) {
    Map<String, String> given = new HashMap<>();
    for (String part : text.split(",")) {
      int equals = part.indexOf('=');
      given.put(
          equals < 0 ? "id" : part.substring(0, equals).strip(),
          part.substring(equals + 1).strip());
    }
    return given;
  }

  private static Map<String, String> json(String text) throws IOException {
    try {
      return new HashMap<>(
          JsonMapper.shared().readValue(text, new TypeReference<Map<String, String>>() {}));
    } catch (JacksonException e) {
      throw new IOException(e.getOriginalMessage(), e);
    }
  }
}
