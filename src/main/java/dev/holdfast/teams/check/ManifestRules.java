package dev.holdfast.teams.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Rules for a Teams app manifest that its JSON schema doesn't express. Teams rejects a package that
 * breaks one of them. The package check of the build has the same rules in JavaScript; both are
 * tested with the same cases.
 */
final class ManifestRules {

  private static final Pattern SEMANTIC_VERSION =
      Pattern.compile("(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)");
  private static final Pattern SCHEMA_VERSION = Pattern.compile(".*/v([^/]+)/[^/]+");
  private static final Pattern HOST =
      Pattern.compile("(\\*\\.)?([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z0-9-]+");
  private static final List<String> TUNNELS =
      List.of("ngrok.io", "ngrok.app", "ngrok-free.app", "devtunnels.ms", "trycloudflare.com");
  private static final int MOST_COMMANDS = 12;
  private static final int MOST_COMMANDS_BEFORE_1_25 = 10;

  private final JsonNode manifest;
  private final List<String> violations = new ArrayList<>();

  private ManifestRules(JsonNode manifest) {
    this.manifest = manifest;
  }

  /** One short sentence for each rule that the manifest breaks, in the order of the rules. */
  static List<String> violations(JsonNode manifest) {
    ManifestRules rules = new ManifestRules(manifest);
    rules.placeholders();
    rules.versions();
    rules.addresses();
    rules.channelFeatures();
    rules.targetedMessages();
    rules.commandLists();
    rules.validDomains();
    return List.copyOf(rules.violations);
  }

  private void placeholders() {
    if (manifest.toString().contains("${")) {
      violations.add("A placeholder isn't filled in.");
    }
  }

  private void versions() {
    if (!SEMANTIC_VERSION.matcher(text(manifest, "version")).matches()) {
      violations.add("version must be three numbers, such as 1.2.0.");
    }
    var schema = SCHEMA_VERSION.matcher(text(manifest, "$schema"));
    if (schema.matches() && !schema.group(1).equals(text(manifest, "manifestVersion"))) {
      violations.add("$schema and manifestVersion name different versions.");
    }
  }

  private void addresses() {
    Stream.of("websiteUrl", "privacyUrl", "termsOfUseUrl")
        .filter(name -> !isHttps(text(manifest.path("developer"), name)))
        .forEach(name -> violations.add("developer." + name + " must begin with https://."));
  }

  private static boolean isHttps(String address) {
    return address.regionMatches(true, 0, "https://", 0, "https://".length());
  }

  private void channelFeatures() {
    if (isAtLeast(1, 25) && isInTeams() && !hasAllChannelFeatures()) {
      violations.add("supportsChannelFeatures must be tier1 because the app has the scope team.");
    }
  }

  private boolean isInTeams() {
    return Stream.of("bots", "composeExtensions", "configurableTabs")
        .flatMap(capability -> manifest.path(capability).valueStream())
        .flatMap(capability -> texts(capability.path("scopes")))
        .anyMatch("team"::equalsIgnoreCase);
  }

  private boolean hasAllChannelFeatures() {
    return text(manifest, "supportsChannelFeatures").equals("tier1");
  }

  private void targetedMessages() {
    boolean targeted =
        bots()
            .anyMatch(
                bot ->
                    bot.path("supportsTargetedMessages").asBoolean(false)
                        || lists(bot).anyMatch(ManifestRules::hasTriggers));
    if (targeted && !(isAtLeast(1, 29) && hasAllChannelFeatures())) {
      violations.add(
          "supportsTargetedMessages and triggers need version 1.29 and supportsChannelFeatures.");
    }
  }

  private static boolean hasTriggers(JsonNode list) {
    return list.has("triggers")
        || list.path("commands").valueStream().anyMatch(command -> command.has("triggers"));
  }

  private void commandLists() {
    bots().forEach(bot -> commandLists(bot, texts(bot.path("scopes")).toList()));
  }

  private void commandLists(JsonNode bot, List<String> botScopes) {
    int most = isAtLeast(1, 25) ? MOST_COMMANDS : MOST_COMMANDS_BEFORE_1_25;
    if (lists(bot).flatMap(ManifestRules::scopes).anyMatch(isNotIn(botScopes))) {
      violations.add("A command list has a scope that the bot doesn't have.");
    }
    if (hasDuplicates(lists(bot).flatMap(ManifestRules::scopes))) {
      violations.add("Two command lists are for the same scope.");
    }
    if (lists(bot).anyMatch(list -> hasDuplicates(titles(list)))) {
      violations.add("A command list has the same title twice.");
    }
    if (lists(bot).anyMatch(list -> list.path("commands").size() > most)) {
      violations.add(
          "A command list has more than %d commands, the limit of version %s."
              .formatted(most, text(manifest, "manifestVersion")));
    }
  }

  private void validDomains() {
    for (String domain : texts(manifest.path("validDomains")).toList()) {
      String host = domain.toLowerCase(Locale.ROOT);
      if (!HOST.matcher(host).matches()) {
        violations.add("validDomains has an entry that isn't a host name: " + domain + ".");
      } else if (TUNNELS.stream().anyMatch(host::endsWith)) {
        violations.add("validDomains has a tunneling domain: " + domain + ".");
      }
    }
  }

  private boolean isAtLeast(int major, int minor) {
    String[] parts = text(manifest, "manifestVersion").split("\\.", 2);
    try {
      int ours = Integer.parseInt(parts[0]);
      return ours > major
          || ours == major && parts.length == 2 && Integer.parseInt(parts[1]) >= minor;
    } catch (NumberFormatException devPreview) {
      return true;
    }
  }

  private Stream<JsonNode> bots() {
    return manifest.path("bots").valueStream();
  }

  private static Stream<JsonNode> lists(JsonNode bot) {
    return bot.path("commandLists").valueStream();
  }

  private static Stream<String> scopes(JsonNode list) {
    return texts(list.path("scopes"));
  }

  private static Stream<String> titles(JsonNode list) {
    return list.path("commands")
        .valueStream()
        .map(command -> text(command, "title").strip().toLowerCase(Locale.ROOT));
  }

  private static Predicate<String> isNotIn(List<String> scopes) {
    return scope -> scopes.stream().noneMatch(scope::equalsIgnoreCase);
  }

  private static boolean hasDuplicates(Stream<String> texts) {
    Set<String> seen = new HashSet<>();
    return texts.anyMatch(text -> !seen.add(text));
  }

  private static Stream<String> texts(JsonNode array) {
    return array.valueStream().map(one -> one.asString(""));
  }

  private static String text(JsonNode parent, String field) {
    return parent.path(field).asString("");
  }
}
