package dev.holdfast.teams;

import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.LanguageProperties;
import dev.holdfast.teams.activity.ActivityParser;
import dev.holdfast.teams.activity.InboundActivity;
import dev.holdfast.teams.activity.Member;
import dev.holdfast.teams.directory.ConversationRepository;
import dev.holdfast.teams.directory.ConversationRetention;
import dev.holdfast.teams.directory.InstallationRepository;
import dev.holdfast.teams.directory.LanguageRepository;
import dev.holdfast.teams.directory.PersonRepository;
import dev.holdfast.testing.plans.Exercise;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the package asks the database. */
public final class QueriesOfTeams implements Exercise {

  private static final String CHAT = "chat-500";
  private static final String PERSON = "id-500";
  private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2024-01-01T01:40:00Z");
  private static final String URL = "https://example.com";

  @Override
  public List<Class<?>> beans() {
    return List.of(
        ConversationRetention.class,
        ConversationRepository.class,
        InstallationRepository.class,
        PersonRepository.class);
  }

  @Override
  public void run(ApplicationContext context) {
    InboundActivity incoming =
        new ActivityParser(Fixtures.HOSTS)
            .read(Activities.personalMessage().toString().getBytes(StandardCharsets.UTF_8));
    conversations(context.getBean(ConversationRepository.class), incoming);
    people(context.getBean(PersonRepository.class), incoming);
    languages(
        new LanguageRepository(
            context.getBean(JdbcClient.class),
            context.getBean(ConversationRepository.class),
            new LanguageProperties(Locale.ENGLISH)));
    InstallationRepository installations = context.getBean(InstallationRepository.class);
    installations.introduce(CHAT);
    installations.notIntroduced(CHAT);
    retention(context.getBean(ConversationRetention.class));
  }

  private static void conversations(
      ConversationRepository conversations, InboundActivity incoming) {
    conversations.remember(incoming);
    conversations.opened("a new chat", incoming.line());
    conversations.opened("another new chat", incoming.line(), PERSON);
    conversations.owner(CHAT);
    conversations.ofTeam("team-50");
    conversations.reachable(CHAT, false);
    conversations.moved(CHAT, URL);
    conversations.isReachable(CHAT);
    conversations.line(CHAT);
    conversations.latestLine();
    conversations.lastHeard();
    conversations.lost(CHAT, PERSON);
    conversations.removed(CHAT);
  }

  private static void languages(LanguageRepository languages) {
    for (Address address :
        List.of(new Address.Person(PERSON), new Address.Conversation("conversation-50"))) {
      languages.of(address);
      languages.chosen(address);
      languages.choose(address, Optional.of(Locale.GERMAN));
    }
  }

  private static void retention(ConversationRetention retention) {
    retention.expired("", LONG_AGO, 50);
    retention.expired("chat-500", LONG_AGO, 50);
    retention.delete("chat-5", LONG_AGO);
    retention.peopleWithoutChat("", LONG_AGO, 50);
    retention.peopleWithoutChat("id-500", LONG_AGO, 50);
    retention.deletePerson("id-5", LONG_AGO);
  }

  private static void people(PersonRepository people, InboundActivity incoming) {
    people.remember(incoming);
    people.find(PERSON);
    people.zoneEntered(PERSON, ZoneOffset.UTC);
    people.name(PERSON);
    people.entraId("29:500");
    people.teamsIds(List.of(PERSON, "id-501"));
    people.withoutChat(List.of(PERSON, "id-501"));
    people.contact(PERSON);
    people.chatOpened(PERSON, CHAT, URL);
    people.introduced(
        PERSON,
        new Member(
            Optional.of(PERSON),
            Optional.of("29:1"),
            Optional.of("Alex"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        URL);
    people.chatLost(CHAT);
  }
}
