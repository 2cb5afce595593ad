package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.message.MessageCatalog;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The package that the build has just made, held against the limits of schema 1.30 and of the
 * store's guidelines (facts B9, B10). The schema itself is checked by {@code .ci/run}.
 */
class TeamsAppPackageTest {

  private static final Map<String, byte[]> files = new HashMap<>();
  private static JsonNode manifest;

  @BeforeAll
  static void unpack() throws IOException {
    try (ZipFile zip = new ZipFile(Path.of("target", "holdfast-teams-app.zip").toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    manifest = JsonMapper.builder().build().readTree(files.get("manifest.json"));
  }

  @Test
  void holdsTheManifestItsLanguagesAndItsIconsAtItsRootAndNothingElse() {
    List<String> expected = new ArrayList<>(List.of("manifest.json", "color.png", "outline.png"));
    languageFiles().forEach(expected::add);
    assertThat(files).containsOnlyKeys(expected);
  }

  @Test
  void isWhatTheDoctorLooksAt() throws IOException {
    try (InputStream ofTheJar =
        getClass().getResourceAsStream("/META-INF/holdfast/manifest.json")) {
      assertThat(ofTheJar.readAllBytes()).isEqualTo(files.get("manifest.json"));
    }
  }

  @Test
  void leavesNoPlaceholder() {
    assertThat(manifest.toString()).doesNotContain("${");
  }

  @Test
  void carriesIdsThatAreGuids() {
    assertThat(UUID.fromString(text("/id"))).isNotNull();
    assertThat(UUID.fromString(text("/bots/0/botId"))).isNotNull();
  }

  @Test
  void keepsNamesAndDescriptionsWithinTheirLimits() {
    assertThat(text("/name/short")).hasSizeBetween(1, 30);
    assertThat(text("/name/full")).hasSizeBetween(1, 100);
    assertThat(text("/description/short")).hasSizeBetween(1, 80);
    assertThat(text("/description/full")).hasSizeBetween(1, 4000);
    assertThat(text("/developer/name")).hasSizeBetween(1, 32);
  }

  @Test
  void doesNotBearMicrosoftsNames() {
    assertThat(text("/name/short") + text("/name/full"))
        .doesNotContainIgnoringCase("Teams")
        .doesNotContainIgnoringCase("Microsoft");
  }

  @Test
  void pointsToSecureAddresses() {
    assertThat(List.of("websiteUrl", "privacyUrl", "termsOfUseUrl"))
        .allSatisfy(
            field ->
                assertThat(URI.create(text("/developer/" + field)))
                    .hasScheme("https")
                    .hasNoUserInfo());
  }

  @Test
  void offersCommandsThatEveryClientCanShow() {
    JsonNode lists = manifest.at("/bots/0/commandLists");
    assertThat(lists.size()).isBetween(1, 3);
    for (JsonNode list : lists) {
      List<String> titles = new ArrayList<>();
      for (JsonNode command : list.path("commands")) {
        titles.add(command.path("title").asString());
        assertThat(command.path("description").asString()).hasSizeBetween(1, 128);
      }
      assertThat(titles)
          .hasSizeBetween(1, 12)
          .doesNotHaveDuplicates()
          .contains("help")
          .allSatisfy(title -> assertThat(title).hasSizeBetween(1, 32));
    }
  }

  /** English is what the manifest itself is in. */
  @Test
  void hasTheLanguagesOfTheTexts() {
    Set<String> languages = new TreeSet<>(MessageCatalog.shared().languages());
    languages.remove(text("/localizationInfo/defaultLanguageTag"));
    assertThat(manifest.at("/localizationInfo/additionalLanguages").valueStream())
        .extracting(language -> language.path("languageTag").asString())
        .containsAll(languages)
        .doesNotHaveDuplicates();
  }

  /**
   * The titles of commands stay: Teams sends a translated one to the bot, which reads English ones.
   */
  @ParameterizedTest
  @MethodSource("languageFiles")
  void translatesEveryNameAndDescription(String file) {
    assertThat(language(file).keySet()).containsExactlyInAnyOrderElementsOf(english().keySet());
  }

  @ParameterizedTest
  @MethodSource("languageFiles")
  void keepsTheLimitsOfTheManifestInEveryLanguage(String file) {
    Map<String, String> texts = language(file);
    assertThat(texts.get("name.short")).isEqualTo(text("/name/short"));
    assertThat(texts.get("name.full")).hasSizeBetween(1, 100);
    assertThat(texts.get("description.short")).hasSizeBetween(1, 80);
    assertThat(texts.get("description.full")).hasSizeBetween(1, 4000);
    assertThat(texts)
        .allSatisfy(
            (key, text) -> {
              assertThat(text).as(key).isNotBlank().doesNotContain("${");
              if (key.startsWith("bots")) {
                assertThat(text).as(key).hasSizeBetween(1, 128);
              }
            });
  }

  /** What stands behind the colon is typed, and so it's English everywhere. */
  @ParameterizedTest
  @MethodSource("languageFiles")
  void hasTheExamplesOfEnglish(String file) {
    Map<String, String> english = english();
    language(file)
        .forEach(
            (key, text) -> {
              if (key.startsWith("bots")) {
                assertThat(example(text)).as(key).isEqualTo(example(english.get(key)));
              }
            });
  }

  @Test
  void canBeAddedToAChatAGroupAndATeam() {
    assertThat(manifest.at("/bots/0/scopes").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder("personal", "team", "groupChat");
  }

  @Test
  void hasAColourIconWithoutHoles() throws IOException {
    BufferedImage icon = image("color.png");

    assertThat(icon.getWidth()).isEqualTo(192);
    assertThat(icon.getHeight()).isEqualTo(192);
    assertThat(pixels(icon)).allMatch(pixel -> pixel.getAlpha() == 255);
  }

  @Test
  void hasAnOutlineIconOfWhiteOnNothing() throws IOException {
    BufferedImage icon = image("outline.png");

    assertThat(icon.getWidth()).isEqualTo(32);
    assertThat(icon.getHeight()).isEqualTo(32);
    assertThat(icon.getRGB(0, 0) >>> 24).as("alpha of the corner").isZero();
    assertThat(pixels(icon))
        .filteredOn(pixel -> pixel.getAlpha() > 0)
        .isNotEmpty()
        .allMatch(pixel -> pixel.getRed() + pixel.getGreen() + pixel.getBlue() == 3 * 255);
  }

  static Stream<String> languageFiles() {
    return manifest
        .at("/localizationInfo/additionalLanguages")
        .valueStream()
        .map(language -> language.path("file").asString());
  }

  private static Map<String, String> language(String file) {
    Map<String, String> texts = new TreeMap<>();
    JsonMapper.builder()
        .build()
        .readTree(files.get(file))
        .properties()
        .forEach(text -> texts.put(text.getKey(), text.getValue().asString()));
    texts.remove("$schema");
    return texts;
  }

  /** What a language file translates, by the keys that it has there. */
  private static Map<String, String> english() {
    Map<String, String> texts = new TreeMap<>();
    for (String key : List.of("name.short", "name.full", "description.short", "description.full")) {
      texts.put(key, text("/" + key.replace('.', '/')));
    }
    JsonNode lists = manifest.at("/bots/0/commandLists");
    for (int list = 0; list < lists.size(); list++) {
      JsonNode commands = lists.path(list).path("commands");
      for (int i = 0; i < commands.size(); i++) {
        texts.put(
            "bots[0].commandLists[%d].commands[%d].description".formatted(list, i),
            commands.path(i).path("description").asString());
      }
    }
    return texts;
  }

  private static String example(String description) {
    int colon = description.indexOf(": ");
    return colon < 0 ? "" : description.substring(colon + 2);
  }

  private static String text(String pointer) {
    return manifest.at(pointer).asString();
  }

  private static BufferedImage image(String name) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(files.get(name)));
  }

  private static List<Color> pixels(BufferedImage image) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .mapToObj(i -> new Color(image.getRGB(i % image.getWidth(), i / image.getWidth()), true))
        .toList();
  }
}
