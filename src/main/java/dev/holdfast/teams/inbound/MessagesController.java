package dev.holdfast.teams.inbound;

import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.schema.ActivityTypes;
import dev.holdfast.bot.DatabaseOutage;
import dev.holdfast.card.CardTexts;
import dev.holdfast.teams.activity.ActivityParser;
import dev.holdfast.teams.activity.InboundActivity;
import dev.holdfast.teams.activity.MalformedActivityException;
import dev.holdfast.teams.auth.ActivityRejectedException;
import dev.holdfast.teams.auth.RejectionMetrics;
import dev.holdfast.teams.auth.RejectionReason;
import dev.holdfast.teams.settings.TeamsProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * The bot's endpoint. It deals in bytes: the activity is read with Jackson 2, for the SDK's sake,
 * and Spring's own converters speak Jackson 3. That it takes JSON only keeps web pages out, which
 * cannot send JSON to another origin unasked.
 */
@RestController
public class MessagesController {

  private static final Logger LOG = LoggerFactory.getLogger(MessagesController.class);

  private final ActivityParser reader;
  private final TeamsAdapter adapter;
  private final ActivityRouter bot;
  private final ActivityClaimsValidator inspection;
  private final RejectionMetrics refusals;
  private final TurnLimiter limiter;
  private final BodyReader bodies;

  MessagesController(
      ActivityParser reader,
      TeamsAdapter adapter,
      ActivityRouter bot,
      ActivityClaimsValidator inspection,
      RejectionMetrics refusals,
      TurnLimiter limiter,
      TeamsProperties properties) {
    this.limiter = limiter;
    this.reader = reader;
    this.inspection = inspection;
    this.refusals = refusals;
    this.adapter = adapter;
    this.bot = bot;
    this.bodies =
        new BodyReader(Math.toIntExact(properties.bodyLimit().toBytes()), System::nanoTime);
  }

  /**
   * @return a {@code ResponseEntity<byte[]>}, or a deferred one if the body or the turn has to wait
   */
  @PostMapping(path = "/api/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
  Object receive(HttpServletRequest request) throws IOException {
    return bodies.read(request, new Caller(request.getUserPrincipal(), request.getRemoteAddr()));
  }

  /** Who sends an activity. Of the request itself nothing may be asked later. */
  private final class Caller implements BodyReader.Receiver {

    private final @Nullable Principal principal;
    private final String address;

    Caller(@Nullable Principal principal, String address) {
      this.principal = principal;
      this.address = address;
    }

    @Override
    public Object receive(byte[] body) {
      try {
        var incoming = reader.read(body);
        inspection.check(principal, incoming);
        return limiter.run(() -> turn(incoming), () -> busy(incoming));
      } catch (ActivityRejectedException e) {
        return refuse(e.why());
      } catch (MalformedActivityException e) {
        LOG.info("Not taken from {}: {}", address, e.getMessage());
        return closing(ResponseEntity.badRequest()).build();
      }
    }

    @Override
    public Object refuse(RejectionReason why) {
      refusals.count(why, address);
      return closing(ResponseEntity.status(why.status())).build();
    }
  }

  private static ResponseEntity.BodyBuilder closing(ResponseEntity.BodyBuilder answer) {
    return answer.header(HttpHeaders.CONNECTION, "close");
  }

  /** The Playground asks so until the bot is there. */
  @RequestMapping(path = "/api/messages", method = RequestMethod.HEAD)
  void isThere() {}

  private ResponseEntity<byte[]> turn(InboundActivity incoming) {
    try {
      return adapter
          .process(incoming, bot)
          .map(MessagesController::answer)
          .orElseGet(() -> ResponseEntity.ok().build());
    } catch (TurnUnavailableException e) {
      return sendAgain();
    }
  }

  /** A click shows nothing of an answer but 200, so it's told in the answer. */
  private static ResponseEntity<byte[]> busy(InboundActivity incoming) {
    return incoming.activity().isType(ActivityTypes.INVOKE)
        ? answer(
            InvokeResponses.refuse("ServiceUnavailable", CardTexts.SHARED.of(DatabaseOutage.BUSY)))
        : sendAgain();
  }

  private static ResponseEntity<byte[]> sendAgain() {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .build();
  }

  private static ResponseEntity<byte[]> answer(InvokeResponse response) {
    return ResponseEntity.status(HttpStatusCode.valueOf(response.getStatus()))
        .contentType(MediaType.APPLICATION_JSON)
        .body(response.getBody().toString().getBytes(StandardCharsets.UTF_8));
  }
}
