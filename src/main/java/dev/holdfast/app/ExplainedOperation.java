package dev.holdfast.app;

import dev.holdfast.operation.OperationSide;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

  private static final Set<String> ATTRIBUTES =
      Set.of("type", "kind", "region", "group", "managed");

  private static final Map<String, Map<OperationSide, EnvironmentRole>> OPERATIONS =
      OperationCatalogConfiguration.operationCatalog().roles();

  /** What it can be asked. */
  static List<String> usage() {
    List<String> lines = new ArrayList<>();
    lines.add("It's --policy-explain FILE --person ID --operation NAME, where NAME is");
    OPERATIONS.forEach((name, roles) -> lines.add("  " + name + sides(roles)));
    lines.add(
        "An environment is ID[,type=sandbox][,kind=unified-sandbox][,region=europe]"
            + "[,group=ID][,managed=true][,name=NAME], or @FILE with a JSON object of these.");
    return lines;
  }

  private static String sides(Map<OperationSide, EnvironmentRole> roles) {
    return new TreeMap<>(roles)
        .keySet().stream()
            .map(side -> " " + option(side) + " ENVIRONMENT")
            .collect(Collectors.joining());
  }

  private static String option(OperationSide side) {
    return switch (side) {
      case SOURCE -> SOURCE;
      case TARGET -> TARGET;
    };
  }

  /** Empty if the arguments aren't understood. */
  static Optional<ExplainedOperation> of(List<String> arguments) throws IOException {
    CommandLineOptions.PolicyExplain given =
        CommandLineOptions.read(new CommandLineOptions.PolicyExplain(), arguments);
    Map<OperationSide, String> environments = new EnumMap<>(OperationSide.class);
    Optional.ofNullable(given.source).ifPresent(one -> environments.put(OperationSide.SOURCE, one));
    Optional.ofNullable(given.target).ifPresent(one -> environments.put(OperationSide.TARGET, one));
    Map<OperationSide, EnvironmentRole> roles = OPERATIONS.getOrDefault(given.operation, Map.of());
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
      Map<OperationSide, String> options, Map<OperationSide, EnvironmentRole> roles)
      throws IOException {
    List<EnvironmentUse> uses = new ArrayList<>();
    for (Map.Entry<OperationSide, EnvironmentRole> role : new TreeMap<>(roles).entrySet()) {
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
