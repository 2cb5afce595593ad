package dev.holdfast.teams;

import dev.holdfast.chat.Chat;
import dev.holdfast.chat.Clicked;
import dev.holdfast.chat.Place;
import dev.holdfast.chat.Reaction;
import dev.holdfast.chat.Said;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** A chat that remembers what it was told and does what the test says. */
class ScriptedChat implements Chat {

  private static final Consumer<Said> SILENT = said -> {};
  private static final Function<Clicked, Reaction> TAKEN = click -> new Reaction.Tell("Taken.");

  private final List<Said> said = new CopyOnWriteArrayList<>();
  private final List<Clicked> clicked = new CopyOnWriteArrayList<>();
  private final List<Place> installed = new CopyOnWriteArrayList<>();
  private volatile Consumer<Said> onSaid = SILENT;
  private volatile Function<Clicked, Reaction> onClicked = TAKEN;

  void reset() {
    said.clear();
    clicked.clear();
    installed.clear();
    onSaid = SILENT;
    onClicked = TAKEN;
  }

  void whenSaid(Consumer<Said> reaction) {
    onSaid = reaction;
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
  public Reaction clicked(Clicked click) {
    clicked.add(click);
    return onClicked.apply(click);
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

  List<Place> installed() {
    return installed;
  }
}
