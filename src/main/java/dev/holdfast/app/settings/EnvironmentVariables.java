package dev.holdfast.app.settings;

import dev.holdfast.app.settings.KnownSettings.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** Which setting an environment variable means, such as {@code HOLDFAST_POLICY_0_APPROVERS_0}. */
record EnvironmentVariables(KnownSettings known) {

  /** Kubernetes announces each Service to each pod this way, also one that is called holdfast. */
  private static final Pattern SERVICE =
      Pattern.compile(
          "HOLDFAST(_[A-Z0-9_]+)?_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?"
              + "|PORT(_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)");

  private static final Pattern SERVICE_VALUE =
      Pattern.compile("(tcp|udp|sctp)(://.*)?|[0-9]+|[0-9a-fA-F.:]+");

  static boolean isOurs(String variable) {
    return variable.toUpperCase(Locale.ROOT).startsWith("HOLDFAST_");
  }

  static boolean isOfKubernetes(String variable, String value) {
    return SERVICE.matcher(variable).matches() && SERVICE_VALUE.matcher(value).matches();
  }

  /** The names that this variable may stand for; Spring decides which of them it reads. */
  List<ConfigurationPropertyName> meanings(String variable) {
    List<String> words = Arrays.asList(variable.toLowerCase(Locale.ROOT).split("_", -1));
    return meanings(known.root(), words, "").map(ConfigurationPropertyName::of).toList();
  }

  private static Stream<String> meanings(Node node, List<String> words, String name) {
    if (words.isEmpty()) {
      return Stream.of(name);
    }
    Stream<String> named =
        node.children().values().stream().flatMap(child -> named(child, words, name));
    return node.isList() && words.get(0).matches("[0-9]{1,9}")
        ? Stream.concat(
            named,
            meanings(
                elements(node).orElseThrow(),
                words.subList(1, words.size()),
                name + "[" + Integer.parseInt(words.get(0)) + "]"))
        : named;
  }

  private static Optional<Node> elements(Node node) {
    return Optional.ofNullable(node.elements());
  }

  /** Joined, or with an underscore in the place of each dash. */
  private static Stream<String> named(Node child, List<String> words, String name) {
    List<String> parts = List.of(child.name().split("-"));
    return Stream.of(List.of(String.join("", parts)), parts)
        .distinct()
        .filter(form -> startsWith(words, form))
        .flatMap(
            form ->
                meanings(
                    child,
                    words.subList(form.size(), words.size()),
                    name.isEmpty() ? child.name() : name + "." + child.name()));
  }

  private static boolean startsWith(List<String> words, List<String> form) {
    return words.size() >= form.size()
        && IntStream.range(0, form.size()).allMatch(i -> words.get(i).equals(form.get(i)));
  }

  /** A setting's name as it is written here. */
  static String variable(String setting) {
    return setting
        .replace("-", "")
        .replace("[", ".")
        .replace("]", "")
        .replace('.', '_')
        .toUpperCase(Locale.ROOT);
  }
}
