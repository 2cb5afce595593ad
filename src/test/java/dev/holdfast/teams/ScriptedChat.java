package dev.holdfast.teams;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChoiceQuery;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.ConversationService;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.card.view.Choice;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** A chat that remembers what it was told and does what the test says. */
public class ScriptedChat implements ConversationService {

  private static final Consumer<IncomingMessage> SILENT = said -> {};
  private static final Function<CardActionInvocation, ActionResponse> TAKEN =
      click -> new ActionResponse.Tell("Taken.");

  private static final Function<ChoiceQuery, List<Choice>> NOTHING = search -> List.of();

  private final List<IncomingMessage> said = new CopyOnWriteArrayList<>();
  private final List<CardActionInvocation> clicked = new CopyOnWriteArrayList<>();
  private final List<CardActionInvocation> submitted = new CopyOnWriteArrayList<>();
  private final List<ChoiceQuery> searched = new CopyOnWriteArrayList<>();
  private final List<ConversationRef> installed = new CopyOnWriteArrayList<>();
  private volatile Function<ChoiceQuery, List<Choice>> onSearched = NOTHING;
  private volatile Consumer<IncomingMessage> onSaid = SILENT;
  private volatile Function<CardActionInvocation, ActionResponse> onClicked = TAKEN;

  public void reset() {
    said.clear();
    clicked.clear();
    submitted.clear();
    installed.clear();
    searched.clear();
    onSearched = NOTHING;
    onSaid = SILENT;
    onClicked = TAKEN;
  }

  public void whenSaid(Consumer<IncomingMessage> reaction) {
    onSaid = reaction;
  }

  void whenSearched(Function<ChoiceQuery, List<Choice>> finder) {
    onSearched = finder;
  }

  public void whenClicked(Function<CardActionInvocation, ActionResponse> reaction) {
    onClicked = reaction;
  }

  @Override
  public void said(IncomingMessage words) {
    said.add(words);
    onSaid.accept(words);
  }

  @Override
  public boolean isCommand(IncomingMessage words) {
    return words.text().startsWith("restore");
  }

  @Override
  public ActionResponse clicked(CardActionInvocation click) {
    clicked.add(click);
    return onClicked.apply(click);
  }

  @Override
  public void submitted(CardActionInvocation click) {
    submitted.add(click);
  }

  @Override
  public List<Choice> searched(ChoiceQuery search) {
    searched.add(search);
    return onSearched.apply(search);
  }

  @Override
  public void installed(String activityId, ConversationRef where) {
    installed.add(where);
  }

  public List<IncomingMessage> said() {
    return said;
  }

  public List<CardActionInvocation> clicked() {
    return clicked;
  }

  /** What clients that know Action.Submit alone have sent. */
  public List<CardActionInvocation> submitted() {
    return submitted;
  }

  List<ChoiceQuery> searched() {
    return searched;
  }

  public List<ConversationRef> installed() {
    return installed;
  }
}
