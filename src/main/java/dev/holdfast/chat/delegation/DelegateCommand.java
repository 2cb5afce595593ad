package dev.holdfast.chat.delegation;

import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.approval.delegation.Delegation;
import dev.holdfast.approval.delegation.DelegationService;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.bot.time.EndTimeParser;
import dev.holdfast.bot.time.ParsedInstant;
import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * {@code delegate to <person> until …}: the person decides for the asker until then. {@code
 * delegate end} ends it, and alone it says who decides for whom.
 */
@Component
public class DelegateCommand implements ChatCommand<DelegateCommand.Arguments> {

  private final DelegationService delegations;
  private final DelegatePeople people;
  private final PermissionEvaluator permissions;
  private final Clock clock;

  DelegateCommand(
      DelegationService delegations,
      DelegatePeople people,
      PermissionEvaluator permissions,
      Clock clock) {
    this.delegations = delegations;
    this.people = people;
    this.permissions = permissions;
    this.clock = clock;
  }

  /** What is asked. */
  public sealed interface Arguments {}

  /** Who decides for whom. */
  record Listing() implements Arguments {}

  /**
   * Somebody decides for the asker.
   *
   * @param end until when, as it was typed
   */
  record Beginning(String person, String end) implements Arguments {}

  /**
   * Nobody does any more.
   *
   * @param person only this one; empty for all
   */
  record Ending(Optional<String> person) implements Arguments {}

  @Override
  public CommandName name() {
    return CommandName.of("delegate", "delegations", "delegation");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    return DelegateWords.of(name(), words);
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    if (arguments instanceof Beginning beginning) {
      return begin(beginning, said);
    }
    return arguments instanceof Ending ending
        ? end(ending, said)
        : Reply.forAskerAlone(list(said.who()));
  }

  private Reply begin(Beginning wish, IncomingMessage said) {
    ChatUser who = said.who();
    if (!permissions.mayDelegate(who.person())) {
      return no(who, Message.of("delegation.notForYou"));
    }
    Optional<Person> delegate = people.named(wish.person(), said);
    if (delegate.isEmpty()) {
      return no(who, Message.of("delegation.whom", "person", wish.person()));
    }
    if (!permissions.mayDelegate(who.person(), delegate.get())) {
      return no(who, Message.of("delegation.notAccepted", "person", delegate.get().name()));
    }
    ParsedInstant end = new EndTimeParser(who.knownZone(), clock.instant()).parse(wish.end());
    if (!(end instanceof ParsedInstant.At at)) {
      return no(who, ((ParsedInstant.NotUnderstood) end).reason());
    }
    Delegation begun = delegations.start(who.person(), delegate.get(), at.instant());
    return Reply.of(
        who.texts().of("delegation.started", "person", begun.to().name(), "time", begun.until()));
  }

  private Reply end(Ending wish, IncomingMessage said) {
    ChatUser who = said.who();
    Optional<Person> delegate = wish.person().flatMap(name -> people.named(name, said));
    if (wish.person().isPresent() && delegate.isEmpty()) {
      return no(who, Message.of("delegation.whom", "person", wish.person().get()));
    }
    List<Delegation> ended = delegations.end(who.person(), delegate);
    return ended.isEmpty()
        ? no(who, Message.of("delegation.none"))
        : Reply.of(
            who.texts()
                .of(
                    "delegation.ended",
                    "people",
                    ended.stream().map(one -> one.to().name()).toList()));
  }

  private String list(ChatUser who) {
    List<Message> lines =
        Stream.concat(
                delegations.from(who.person()).stream()
                    .map(one -> line("delegation.line.given", one.to(), one)),
                delegations.to(who.person()).stream()
                    .map(one -> line("delegation.line.received", one.from(), one)))
            .toList();
    return lines.isEmpty()
        ? who.texts().of("delegation.none")
        : lines.stream().map(who.texts()::of).collect(Collectors.joining("\n"));
  }

  private static Message line(String code, Person person, Delegation delegation) {
    return Message.of(code, "person", person.name(), "time", delegation.until());
  }

  private static Reply no(ChatUser who, Message why) {
    return Reply.forAskerAlone(who.texts().of(why));
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
  public boolean isFor(ChatUser who) {
    return permissions.mayDelegate(who.person());
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(
        new HelpTopic(
            87,
            "help.delegate.title",
            "help.delegate.purpose",
            "delegate to @Megan Bowen until Friday"));
  }
}
