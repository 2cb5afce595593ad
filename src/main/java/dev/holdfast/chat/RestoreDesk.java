package dev.holdfast.chat;

import dev.holdfast.card.Card;
import dev.holdfast.environment.Catalogue;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The clicks on the way to a restore form, and from there to its review. */
@Component
class RestoreDesk {

  private final RestoreForms forms;
  private final Reviews reviews;
  private final UndoForms undo;
  private final Catalogue catalogue;

  RestoreDesk(RestoreForms forms, Reviews reviews, UndoForms undo, Catalogue catalogue) {
    this.forms = forms;
    this.reviews = reviews;
    this.undo = undo;
    this.catalogue = catalogue;
  }

  Card form(Map<String, String> data, Speaker who) {
    Typed source = Typed.read(data, "source", catalogue);
    RestoreInput input = RestoreInput.of(source.data());
    return source.unclear() ? forms.askForSource(input, source) : forms.form(input, who.zone());
  }

  /** The form for the way back from a restore. */
  Card undo(Map<String, String> data, Speaker who) {
    return undo.form(data.getOrDefault("requestId", ""), who);
  }

  Card review(Map<String, String> data, Speaker who) {
    Typed source = Typed.read(data, "source", catalogue);
    if (source.unclear()) {
      return forms.askForSource(RestoreInput.of(source.data()), source);
    }
    Typed target = Typed.read(source.data(), "target", catalogue);
    RestoreInput input = RestoreInput.of(target.data());
    return target.unclear() ? forms.form(input, who.zone(), target) : reviews.review(input, who);
  }
}
