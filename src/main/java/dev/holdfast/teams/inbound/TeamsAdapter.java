package dev.holdfast.teams.inbound;

import com.microsoft.bot.builder.Bot;
import com.microsoft.bot.builder.BotAdapter;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.builder.TurnContextImpl;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.ConversationReference;
import com.microsoft.bot.schema.ResourceResponse;
import com.microsoft.bot.schema.Serialization;
import dev.holdfast.message.MessageCatalog;
import dev.holdfast.message.ReaderLanguage;
import dev.holdfast.support.LogContext;
import dev.holdfast.teams.activity.InboundActivity;
import dev.holdfast.teams.activity.TeamsMessageId;
import dev.holdfast.teams.outbound.ConnectorClient;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * Runs a turn of the SDK on the calling thread, and sends by our own connector client. See
 * RATIONALE.md for why it is not the SDK's adapter.
 */
@Component
class TeamsAdapter extends BotAdapter {

  private static final String ANSWER = "holdfast.invokeResponse";
  private static final String OUTAGE = "holdfast.outage";

  private final ConnectorClient connector;

  TeamsAdapter(
      ConnectorClient connector,
      ErrorReplyMiddleware apologise,
      TurnMetricsMiddleware measure,
      ConversationTrackingMiddleware remember) {
    this.connector = connector;
    use(apologise);
    use(measure);
    use(remember);
  }

  /**
   * Runs the turn and returns the answer to an invoke.
   *
   * @throws TurnUnavailableException when Teams should send it again
   */
  Optional<InvokeResponse> process(InboundActivity incoming, Bot bot) {
    var turn = new TurnContextImpl(this, incoming.activity());
    turn.getTurnState().add(InboundActivity.class.getName(), incoming);
    try (var trail = LogContext.activity(incoming.id())) {
      ReaderLanguage.in(language(incoming), () -> runPipeline(turn, bot::onTurn).join());
    }
    Throwable outage = turn.getTurnState().get(OUTAGE);
    if (outage != null) {
      throw new TurnUnavailableException(outage);
    }
    return Optional.ofNullable(turn.getTurnState().get(ANSWER));
  }

  /** For what is said before it's known who speaks, and when nothing is known of anybody. */
  private static Locale language(InboundActivity incoming) {
    return incoming.sender().locale().map(Locale::forLanguageTag).orElse(MessageCatalog.COMPLETE);
  }

  /** The activity of the turn as it was read. */
  static InboundActivity incoming(TurnContext turn) {
    return turn.getTurnState().get(InboundActivity.class.getName());
  }

  /** Sets the answer to an invoke; a later one stands. */
  static void answer(TurnContext turn, InvokeResponse response) {
    turn.getTurnState().replace(ANSWER, response);
  }

  /** The turn is as good as not begun. */
  static void notTaken(TurnContext turn, Throwable why) {
    turn.getTurnState().replace(OUTAGE, why);
  }

  @Override
  public CompletableFuture<ResourceResponse[]> sendActivities(
      TurnContext turn, List<Activity> activities) {
    return CompletableFuture.completedFuture(
        activities.stream().map(activity -> send(turn, activity)).toArray(ResourceResponse[]::new));
  }

  private ResourceResponse send(TurnContext turn, Activity activity) {
    if (activity.isType(ActivityTypes.INVOKE_RESPONSE)) {
      answer(turn, (InvokeResponse) activity.getValue());
      return new ResourceResponse("");
    }
    var incoming = incoming(turn);
    return new ResourceResponse(
        connector.post(
            incoming.line().serviceUrl(), incoming.place().conversation(), text(activity)));
  }

  @Override
  public CompletableFuture<ResourceResponse> updateActivity(TurnContext turn, Activity activity) {
    var incoming = incoming(turn);
    connector.put(
        incoming.line().serviceUrl(),
        incoming.place().conversation(),
        TeamsMessageId.parse(activity.getId()),
        text(activity));
    return CompletableFuture.completedFuture(new ResourceResponse(activity.getId()));
  }

  @Override
  public CompletableFuture<Void> deleteActivity(TurnContext turn, ConversationReference reference) {
    connector.delete(
        incoming(turn).line().serviceUrl(),
        reference.getConversation().getId(),
        TeamsMessageId.parse(reference.getActivityId()));
    return CompletableFuture.completedFuture(null);
  }

  private static String text(Activity activity) {
    return Serialization.objectToTree(activity).toString();
  }
}
