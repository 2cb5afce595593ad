package dev.holdfast.chat;

import dev.holdfast.card.Card;
import dev.holdfast.environment.Catalogue;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The clicks on the way from a restore form to its review. */
@Component
class RestoreDesk {

  private final RestoreForms forms;
  private final Reviews reviews;
  private final Catalogue catalogue;

  RestoreDesk(RestoreForms forms, Reviews reviews, Catalogue catalogue) {
    this.forms = forms;
    this.reviews = reviews;
    this.catalogue = catalogue;
  }

  Card form(Map<String, String> data, Speaker who) {
    Typed source = Typed.read(data, "source", catalogue);
    RestoreInput input = RestoreInput.of(source.data());
    return source.unclear() ? forms.askForSource(input, source) : forms.form(input, who.zone());
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
