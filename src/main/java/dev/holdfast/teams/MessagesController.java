package dev.holdfast.teams;

import com.microsoft.bot.builder.InvokeResponse;
import dev.holdfast.teams.gate.Cause;
import dev.holdfast.teams.gate.Refusals;
import dev.holdfast.teams.gate.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
class MessagesController {

  private static final Logger LOG = LoggerFactory.getLogger(MessagesController.class);

  private final ActivityReader reader;
  private final TeamsAdapter adapter;
  private final TeamsBot bot;
  private final Inspection inspection;
  private final Refusals refusals;
  private final int bodyLimit;

  MessagesController(
      ActivityReader reader,
      TeamsAdapter adapter,
      TeamsBot bot,
      Inspection inspection,
      Refusals refusals,
      TeamsProperties properties) {
    this.reader = reader;
    this.inspection = inspection;
    this.refusals = refusals;
    this.adapter = adapter;
    this.bot = bot;
    this.bodyLimit = Math.toIntExact(properties.bodyLimit().toBytes());
  }

  @PostMapping(path = "/api/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> receive(HttpServletRequest request) throws IOException {
    try {
      var incoming = reader.read(body(request));
      inspection.check(request.getUserPrincipal(), incoming);
      return adapter
          .process(incoming, bot)
          .map(MessagesController::answer)
          .orElseGet(() -> ResponseEntity.ok().build());
    } catch (RefusedException e) {
      refusals.count(e.why(), request.getRemoteAddr());
      return ResponseEntity.status(e.why().status()).build();
    } catch (OutOfServiceException e) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header(HttpHeaders.RETRY_AFTER, "5")
          .build();
    } catch (NotAnActivityException e) {
      LOG.info("Not taken from {}: {}", request.getRemoteAddr(), e.getMessage());
      return ResponseEntity.badRequest().build();
    }
  }

  /** The Playground asks so until the bot is there. */
  @RequestMapping(path = "/api/messages", method = RequestMethod.HEAD)
  void isThere() {}

  private byte[] body(HttpServletRequest request) throws IOException {
    var body = request.getInputStream().readNBytes(bodyLimit + 1);
    if (body.length > bodyLimit) {
      throw new RefusedException(Cause.TOO_LARGE);
    }
    return body;
  }

  private static ResponseEntity<byte[]> answer(InvokeResponse response) {
    return ResponseEntity.status(HttpStatusCode.valueOf(response.getStatus()))
        .contentType(MediaType.APPLICATION_JSON)
        .body(response.getBody().toString().getBytes(StandardCharsets.UTF_8));
  }
}
