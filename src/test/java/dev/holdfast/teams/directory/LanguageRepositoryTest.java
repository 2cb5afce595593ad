package dev.holdfast.teams.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.LanguageProperties;
import dev.holdfast.teams.Activities;
import dev.holdfast.teams.Fixtures;
import dev.holdfast.teams.activity.ActivityParser;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Who reads in which language, on both databases. */
@EachDatabase
class LanguageRepositoryTest {

  private static final Address.Person ALEX =
      new Address.Person("00000000-0000-0000-0000-0000000000020");
  private static final Address.Conversation CHAT =
      new Address.Conversation("36d6a6a5-562f-4411-9435-c7577aa2638c");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T22:00:00Z"), ZoneOffset.UTC);

  private final JdbcClient jdbc;
  private final ActivityParser reader = new ActivityParser(Fixtures.HOSTS);

  LanguageRepositoryTest(Databases kind) {
    jdbc = JdbcClient.create(kind.fresh().dataSource());
  }

  @BeforeEach
  void alexSpeaksGerman() {
    remember(Activities.personalMessage().put("locale", "de-AT"));
  }

  @Test
  void aPersonReadsInTheLanguageOfTheirClient() {
    assertThat(languages().of(ALEX)).isEqualTo(Locale.GERMAN);
    assertThat(languages().of(CHAT)).isEqualTo(Locale.GERMAN);
    assertThat(languages().of(new Address.Member("channel", ALEX.entraId())))
        .isEqualTo(Locale.GERMAN);

    remember(Activities.personalMessage().put("locale", "fr-FR"));
    assertThat(languages().of(ALEX)).isEqualTo(Locale.FRENCH);
  }

  @Test
  void whoIsNotKnownAndWhoseLanguageIsNotThereReadsEnglish() {
    remember(Activities.personalMessage().put("locale", "ja-JP"));
    assertThat(languages().of(ALEX)).isEqualTo(Locale.ENGLISH);
    assertThat(languages().of(new Address.Person("nobody"))).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void whatAPersonChoseStaysWhateverTheClientSays() {
    languages().choose(CHAT, Optional.of(Locale.FRENCH));
    remember(Activities.personalMessage().put("locale", "de-DE"));

    assertThat(languages().of(ALEX)).isEqualTo(Locale.FRENCH);
    assertThat(languages().chosen(ALEX)).contains(Locale.FRENCH);

    languages().choose(ALEX, Optional.empty());
    assertThat(languages().of(ALEX)).isEqualTo(Locale.GERMAN);
    assertThat(languages().chosen(ALEX)).isEmpty();
  }

  /** Those who speak there don't make it theirs. */
  @Test
  void aPlaceOfSeveralReadsInItsOwnLanguageOrThatOfTheSetting() {
    ObjectNode said = Activities.personalMessage().put("locale", "de-DE");
    said.withObject("conversation")
        .put("id", "19:team;messageid=7")
        .put("conversationType", "channel");
    remember(said);
    Address thread = new Address.Conversation("19:team;messageid=7");
    Address channel = new Address.Conversation("19:team");

    assertThat(languages().of(thread)).isEqualTo(Locale.ENGLISH);
    assertThat(languages("fr").of(channel)).isEqualTo(Locale.FRENCH);

    languages().choose(thread, Optional.of(Locale.GERMAN));
    assertThat(languages("fr").of(channel)).isEqualTo(Locale.GERMAN);
    assertThat(languages().chosen(channel)).contains(Locale.GERMAN);
    assertThat(languages("fr").of(new Address.Conversation("19:other"))).isEqualTo(Locale.FRENCH);
  }

  @Test
  void theSettingIsALanguageThatThereIs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LanguageProperties(Locale.JAPANESE))
        .withMessageContaining("'ja'")
        .withMessageContaining("de, en, fr");
  }

  private LanguageRepository languages() {
    return languages("en");
  }

  private LanguageRepository languages(String setting) {
    return new LanguageRepository(
        jdbc,
        new ConversationRepository(jdbc, CLOCK),
        new LanguageProperties(Locale.forLanguageTag(setting)));
  }

  private void remember(ObjectNode activity) {
    var incoming = reader.read(activity.toString().getBytes(StandardCharsets.UTF_8));
    new ConversationRepository(jdbc, CLOCK).remember(incoming);
    new PersonRepository(jdbc, CLOCK).remember(incoming);
  }
}
