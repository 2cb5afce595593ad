package dev.holdfast.teams.directory;

import dev.holdfast.message.MessageCatalog;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.LanguageProperties;
import dev.holdfast.messaging.ReaderLanguages;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The languages of people and conversations, as they chose them and as Teams told them. */
@Repository
public class LanguageRepository implements ReaderLanguages {

  private static final String ID = "id";
  private static final String LANGUAGE = "language";

  private final JdbcClient jdbc;
  private final ConversationRepository conversations;
  private final LanguageProperties properties;

  public LanguageRepository(
      JdbcClient jdbc, ConversationRepository conversations, LanguageProperties properties) {
    this.jdbc = jdbc;
    this.conversations = conversations;
    this.properties = properties;
  }

  @Override
  public Locale of(Address address) {
    Optional<String> tag =
        reader(address)
            .map(
                person ->
                    query(
                        "select coalesce(language, locale) as language from people where entra_id ="
                            + " :id",
                        person))
            .orElseGet(
                () ->
                    chosenAt(root(address))
                        .or(() -> Optional.of(properties.language().toLanguageTag())));
    return tag.map(Locale::forLanguageTag)
        .map(MessageCatalog.shared()::language)
        .orElse(MessageCatalog.COMPLETE);
  }

  @Override
  public Optional<Locale> chosen(Address address) {
    return reader(address)
        .map(person -> query("select language from people where entra_id = :id", person))
        .orElseGet(() -> chosenAt(root(address)))
        .map(Locale::forLanguageTag);
  }

  private Optional<String> chosenAt(String conversation) {
    return query("select language from conversations where id = :id", conversation);
  }

  @Override
  public void choose(Address address, Optional<Locale> language) {
    Optional<String> person = reader(address);
    jdbc.sql(
            person.isPresent()
                ? "update people set language = :language where entra_id = :id"
                : "update conversations set language = :language where id = :id")
        .param(LANGUAGE, language.map(Locale::toLanguageTag).orElse(null))
        .param(ID, person.orElseGet(() -> root(address)))
        .update();
  }

  /** The one person who reads there; empty where several do. */
  private Optional<String> reader(Address address) {
    if (address instanceof Address.Person person) {
      return Optional.of(person.entraId());
    }
    return address instanceof Address.Member member
        ? Optional.of(member.person())
        : conversations.owner(root(address));
  }

  /** The conversation without the thread. */
  private static String root(Address address) {
    return address instanceof Address.Conversation conversation
        ? conversation.withoutThread().id()
        : "";
  }

  private Optional<String> query(String sql, String id) {
    return jdbc.sql(sql)
        .param(ID, id)
        .query((row, number) -> Optional.ofNullable(row.getString(LANGUAGE)))
        .optional()
        .flatMap(tag -> tag);
  }
}
