package dev.holdfast.teams;

import dev.holdfast.card.Choice;
import dev.holdfast.chat.Chat;
import dev.holdfast.chat.Clicked;
import dev.holdfast.chat.Place;
import dev.holdfast.chat.Reaction;
import dev.holdfast.chat.Said;
import dev.holdfast.chat.Searched;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** A chat that remembers what it was told and does what the test says. */
class ScriptedChat implements Chat {

  private static final Consumer<Said> SILENT = said -> {};
  private static final Function<Clicked, Reaction> TAKEN = click -> new Reaction.Tell("Taken.");

  private static final Function<Searched, List<Choice>> NOTHING = search -> List.of();

  private final List<Said> said = new CopyOnWriteArrayList<>();
  private final List<Clicked> clicked = new CopyOnWriteArrayList<>();
  private final List<Clicked> submitted = new CopyOnWriteArrayList<>();
  private final List<Searched> searched = new CopyOnWriteArrayList<>();
  private final List<Place> installed = new CopyOnWriteArrayList<>();
  private volatile Function<Searched, List<Choice>> onSearched = NOTHING;
  private volatile Consumer<Said> onSaid = SILENT;
  private volatile Function<Clicked, Reaction> onClicked = TAKEN;

  void reset() {
    said.clear();
    clicked.clear();
    submitted.clear();
    installed.clear();
    searched.clear();
    onSearched = NOTHING;
    onSaid = SILENT;
    onClicked = TAKEN;
  }

  void whenSaid(Consumer<Said> reaction) {
    onSaid = reaction;
  }

  void whenSearched(Function<Searched, List<Choice>> finder) {
    onSearched = finder;
  }

  void whenClicked(Function<Clicked, Reaction> reaction) {
    onClicked = reaction;
  }

  @Override
  public void said(Said words) {
    said.add(words);
    onSaid.accept(words);
  }

  @Override
  public boolean isCommand(Said words) {
    return words.text().startsWith("restore");
  }

  @Override
  public Reaction clicked(Clicked click) {
    clicked.add(click);
    return onClicked.apply(click);
  }

  @Override
  public void submitted(Clicked click) {
    submitted.add(click);
  }

  @Override
  public List<Choice> searched(Searched search) {
    searched.add(search);
    return onSearched.apply(search);
  }

  @Override
  public void installed(String activityId, Place where) {
    installed.add(where);
  }

  List<Said> said() {
    return said;
  }

  List<Clicked> clicked() {
    return clicked;
  }

  /** What clients that know Action.Submit alone have sent. */
  List<Clicked> submitted() {
    return submitted;
  }

  List<Searched> searched() {
    return searched;
  }

  List<Place> installed() {
    return installed;
  }
}
