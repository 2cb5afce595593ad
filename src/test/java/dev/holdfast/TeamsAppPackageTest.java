package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
  void holdsTheThreeFilesAtItsRootAndNothingElse() {
    assertThat(files).containsOnlyKeys("manifest.json", "color.png", "outline.png");
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
