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
import org.springframework.stereotype.Component;

/**
 * {@code delegate to <person> until …}: the person decides for the asker until then. {@code
 * delegate end} ends it, and alone it says who decides for whom.
 */
@Component
public class DelegateCommand implements ChatCommand<DelegateCommand.Arguments> {

  private final DelegationService delegations;
  private final DelegatePeople people;
  private final DelegationCards cards;
  private final PermissionEvaluator permissions;
  private final Clock clock;

  DelegateCommand(
      DelegationService delegations,
      DelegatePeople people,
      DelegationCards cards,
      PermissionEvaluator permissions,
      Clock clock) {
    this.delegations = delegations;
    this.people = people;
    this.cards = cards;
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
  public void prepare(Arguments arguments) {
    if (arguments instanceof Beginning) {
      permissions.groups().refreshDelegates();
    }
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    if (arguments instanceof Beginning beginning) {
      return begin(beginning, said);
    }
    return arguments instanceof Ending ending ? end(ending, said) : list(said.who());
  }

  private Reply begin(Beginning wish, IncomingMessage said) {
    ChatUser who = said.who();
    if (!permissions.mayDelegate(who.person())) {
      return no(who, orUnknown(Message.of("delegation.notForYou")));
    }
    Optional<Person> delegate = people.named(wish.person(), said);
    if (delegate.isEmpty()) {
      return no(who, Message.of("delegation.whom", "person", wish.person()));
    }
    if (!permissions.mayDelegate(who.person(), delegate.get())) {
      return no(
          who, orUnknown(Message.of("delegation.notAccepted", "person", delegate.get().name())));
    }
    ParsedInstant end = new EndTimeParser(who.knownZone(), clock.instant()).parse(wish.end());
    if (!(end instanceof ParsedInstant.At at)) {
      return no(who, ((ParsedInstant.NotUnderstood) end).reason());
    }
    return Reply.of(
        cards.started(delegations.start(who.person(), delegate.get(), at.instant()), who));
  }

  /** That it isn't known now, if it isn't. */
  private Message orUnknown(Message refusal) {
    return permissions.groups().unreadableDelegates().orElse(refusal);
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

  private Reply list(ChatUser who) {
    return cards
        .list(who)
        .map(Reply::forAskerAlone)
        .orElseGet(() -> no(who, Message.of("delegation.none")));
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
