package dev.holdfast.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import dev.holdfast.chat.Chat;
import dev.holdfast.chat.Searched;
import dev.holdfast.chat.Speaker;
import dev.holdfast.teams.Speakers.Answer.Known;
import dev.holdfast.teams.Speakers.Answer.Refused;
import org.springframework.stereotype.Component;

/**
 * Somebody types into an input of a card whose choices are searched for (facts B3). Whatever the
 * fields hold, the answer is a list, if an empty one.
 */
@Component
class Searches {

  /** What Teams calls it. */
  static final String SEARCH = "application/search";

  /** Teams shows no more. */
  private static final int MOST = 15;

  private final Chat chat;
  private final Speakers speakers;

  Searches(Chat chat, Speakers speakers) {
    this.chat = chat;
    this.speakers = speakers;
  }

  static boolean isSearch(Activity activity) {
    return activity.isType(ActivityTypes.INVOKE) && SEARCH.equals(activity.getName());
  }

  InvokeResponse asked(Incoming incoming) {
    var who = speakers.of(incoming);
    if (who instanceof Known known) {
      return InvokeAnswers.found(chat.searched(searched(known.speaker(), incoming.value())));
    }
    var refused = (Refused) who;
    return InvokeAnswers.refuse(refused.code(), refused.reason());
  }

  private static Searched searched(Speaker who, JsonNode value) {
    var options = value.path("queryOptions");
    var top = number(options.path("top"));
    return new Searched(
        who,
        value.path("dataset").asText(""),
        value.path("queryText").asText(""),
        Clicks.texts(value.path("data")),
        number(options.path("skip")),
        top == 0 ? MOST : Math.min(top, MOST));
  }

  /** Zero for whatever is no number of things. */
  private static int number(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToInt() ? Math.max(0, node.intValue()) : 0;
  }
}
