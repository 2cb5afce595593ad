package dev.holdfast.teams.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ChoiceQuery;
import dev.holdfast.bot.ConversationService;
import dev.holdfast.teams.activity.InboundActivity;
import dev.holdfast.teams.inbound.SenderResolver.Answer.Known;
import dev.holdfast.teams.inbound.SenderResolver.Answer.Refused;
import org.springframework.stereotype.Component;

/**
 * Somebody types into an input of a card whose choices are searched for (facts B3). Whatever the
 * fields hold, the answer is a list, if an empty one.
 */
@Component
class ChoiceSearchHandler {

  /** What Teams calls it. */
  static final String SEARCH = "application/search";

  /** Teams shows no more. */
  private static final int MOST = 15;

  private final ConversationService chat;
  private final SenderResolver speakers;

  ChoiceSearchHandler(ConversationService chat, SenderResolver speakers) {
    this.chat = chat;
    this.speakers = speakers;
  }

  static boolean isSearch(Activity activity) {
    return activity.isType(ActivityTypes.INVOKE) && SEARCH.equals(activity.getName());
  }

  InvokeResponse asked(InboundActivity incoming) {
    var who = speakers.of(incoming);
    if (who instanceof Known known) {
      return InvokeResponses.found(chat.searched(searched(known.speaker(), incoming.value())));
    }
    var refused = (Refused) who;
    return InvokeResponses.refuse(refused.code(), refused.reason());
  }

  private static ChoiceQuery searched(ChatUser who, JsonNode value) {
    var options = value.path("queryOptions");
    var top = number(options.path("top"));
    return new ChoiceQuery(
        who,
        value.path("dataset").asText(""),
        value.path("queryText").asText(""),
        CardActionHandler.texts(value.path("data")),
        number(options.path("skip")),
        top == 0 ? MOST : Math.min(top, MOST));
  }

  /** Zero for whatever is no number of things. */
  private static int number(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToInt() ? Math.max(0, node.intValue()) : 0;
  }
}
