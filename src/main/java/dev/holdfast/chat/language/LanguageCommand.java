package dev.holdfast.chat.language;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.message.Message;
import dev.holdfast.message.ReaderLanguage;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.ReaderLanguages;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * {@code language German}: in a person's own chat for that person, elsewhere for all who read
 * there.
 */
@Component
class LanguageCommand implements ChatCommand<LanguageCommand.Arguments> {

  /** Leave it to the client, or to the setting. */
  private static final Set<String> AUTO = Set.of("auto", "automatic", "default");

  private final ReaderLanguages languages;

  LanguageCommand(ReaderLanguages languages) {
    this.languages = languages;
  }

  /**
   * @param language as it was typed; empty to ask for the current one
   */
  record Arguments(Optional<String> language) {}

  @Override
  public CommandName name() {
    return CommandName.of("language", "languages", "lang");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    return ParseResult.of(new Arguments(Optional.of(words.text()).filter(text -> !text.isBlank())));
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    boolean own = said.where().kind() == ConversationRef.Kind.PERSONAL;
    Address here = own ? new Address.Person(said.who().id()) : place(said.where());
    return arguments
        .language()
        .map(text -> choose(text, here, said.who()))
        .orElseGet(
            () ->
                reply(own ? "language.current" : "language.current.place", here, said.who(), true));
  }

  private Reply choose(String text, Address here, ChatUser who) {
    boolean own = here instanceof Address.Person;
    if (AUTO.contains(text.toLowerCase(Locale.ROOT))) {
      languages.choose(here, Optional.empty());
      return reply(own ? "language.auto" : "language.auto.place", here, who, false);
    }
    Optional<Locale> found = LanguageNames.find(text);
    if (found.isEmpty()) {
      return Reply.forAskerAlone(
          who.texts()
              .of(
                  "language.unknown",
                  "text",
                  text,
                  "languages",
                  LanguageNames.all(ReaderLanguage.current())));
    }
    languages.choose(here, found);
    return reply(own ? "language.chosen" : "language.chosen.place", here, who, false);
  }

  /** In the language in which it is read from now on. */
  private Reply reply(String code, Address here, ChatUser who, boolean withAll) {
    Locale language = languages.of(here);
    Message said = Message.of(code, "language", LanguageNames.name(language, language));
    Message complete = withAll ? said.with("languages", LanguageNames.all(language)) : said;
    String text = ReaderLanguage.in(language, () -> who.texts().of(complete));
    return withAll ? Reply.forAskerAlone(text) : Reply.of(text);
  }

  private static Address place(ConversationRef where) {
    return new Address.Conversation(where.conversation()).withoutThread();
  }

  @Override
  public boolean isAnsweredWithinTurn(Arguments arguments, ChatUser who) {
    return true;
  }

  @Override
  public boolean changes() {
    return true;
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(
        new HelpTopic(
            92,
            "help.language.title",
            "help.language.purpose",
            "language, language English, language auto"));
  }
}
