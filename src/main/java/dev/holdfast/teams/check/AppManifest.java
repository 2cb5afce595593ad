package dev.holdfast.teams.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the Teams app package says that was built together with this jar (facts B9).
 *
 * @param supportsTargetedMessages whether people may write to the bot unseen by the others there
 * @param addresses the developer's pages: website, privacy, terms of use
 * @param violations the rules of Teams that it breaks, a sentence each
 */
record AppManifest(
    String version,
    String botId,
    List<String> scopes,
    boolean supportsTargetedMessages,
    List<String> validDomains,
    List<String> addresses,
    List<String> violations) {

  /** The bot of the local demo: what a build puts in that is given no values. */
  static final String DEMO_BOT = "00000000-0000-0000-0000-000000000011";

  private static final String IN_THE_JAR = "/META-INF/holdfast/manifest.json";

  /** Empty where the jar was built by other means than the build's own. */
  static Optional<AppManifest> ofTheJar() {
    try (InputStream in = AppManifest.class.getResourceAsStream(IN_THE_JAR)) {
      return in == null
          ? Optional.empty()
          : Optional.of(of(JsonMapper.builder().build().readTree(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether this was built without the values of an installation, as a published image is. They are
   * then filled in where the package is made, such as by {@code deploy/azure/setup.sh}.
   */
  boolean hasNoValues() {
    return botId.equals(DEMO_BOT);
  }

  static AppManifest of(JsonNode manifest) {
    JsonNode bot = manifest.path("bots").path(0);
    JsonNode developer = manifest.path("developer");
    return new AppManifest(
        manifest.path("version").asString(""),
        bot.path("botId").asString(""),
        texts(bot.path("scopes")),
        bot.path("supportsTargetedMessages").asBoolean(false),
        texts(manifest.path("validDomains")),
        Stream.of("websiteUrl", "privacyUrl", "termsOfUseUrl")
            .map(name -> developer.path(name).asString(""))
            .toList(),
        ManifestRules.violations(manifest));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(one -> one.asString("")).toList();
  }
}
