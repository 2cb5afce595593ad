package dev.holdfast.chat;

import dev.holdfast.card.Card;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The clicks on the way from a restore form to its review. */
@Component
class RestoreDesk {

  private final RestoreForms forms;
  private final Reviews reviews;

  RestoreDesk(RestoreForms forms, Reviews reviews) {
    this.forms = forms;
    this.reviews = reviews;
  }

  Card form(Map<String, String> data, Speaker who) {
    return forms.form(RestoreInput.of(data), who.zone());
  }

  Card review(Map<String, String> data, Speaker who) {
    return reviews.review(RestoreInput.of(data), who);
  }
}
