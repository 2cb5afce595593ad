package dev.holdfast.api.web;

import dev.holdfast.api.Caller;
import dev.holdfast.api.OnlyWithApi;
import dev.holdfast.api.ProblemException;
import dev.holdfast.api.ProblemType;
import dev.holdfast.api.auth.ApiCaller;
import dev.holdfast.api.order.Order;
import dev.holdfast.api.order.OrderIntake;
import dev.holdfast.operation.OrderReaders;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What applications ask for, and what becomes of it. */
@RestController
@OnlyWithApi
@RequestMapping(path = RequestsController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class RequestsController {

  static final String PATH = "/api/v1/requests";

  private static final String KEY = "Idempotency-Key";
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private final OrderIntake intake;
  private final OrderBody bodies;
  private final VisibleRequests lookup;
  private final RequestActions actions;
  private final CallAnswers answers;

  RequestsController(
      OrderIntake intake,
      OrderReaders readers,
      VisibleRequests lookup,
      RequestActions actions,
      CallAnswers answers) {
    this.intake = intake;
    this.bodies = new OrderBody(readers);
    this.lookup = lookup;
    this.actions = actions;
    this.answers = answers;
  }

  /** Takes an order; a durable task checks it and submits it. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Object create(
      @RequestHeader(name = KEY, defaultValue = "") String key,
      @RequestParam(name = "dryRun", defaultValue = "false") String dryRun,
      HttpServletRequest request,
      ApiCaller caller)
      throws IOException {
    if (!VISIBLE.matcher(key).matches()) {
      throw ProblemException.of(ProblemType.IDEMPOTENCY_KEY_MISSING);
    }
    if (!dryRun.equals("true") && !dryRun.equals("false")) {
      throw WaitTime.invalid("dryRun");
    }
    byte[] body = OrderBody.bytes(request);
    Caller by = caller.caller();
    return answers.run(() -> created(bodies.read(body, dryRun.equals("true")), key, by));
  }

  private Object created(Order.Content content, String key, Caller by) {
    OrderIntake.Taken taken = intake.take(by.person(), key, content);
    String id = taken.order().id();
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(HttpStatus.ACCEPTED)
            .header(HttpHeaders.LOCATION, URI.create(PATH + "/" + id).toString());
    if (taken.repeated()) {
      answer.header("Idempotent-Replayed", "true");
    }
    return answer.body(lookup.find(id, by).resource());
  }

  /**
   * @param wait how long to wait for another state, or for the end
   * @param state the state that the caller knows; the one at the call unless given
   */
  @GetMapping("/{id}")
  Object read(
      @PathVariable("id") String id,
      @RequestParam(name = "wait", defaultValue = "") String wait,
      @RequestParam(name = "state", defaultValue = "") String state,
      ApiCaller caller) {
    Duration time = WaitTime.of(wait);
    if (!state.isEmpty() && !StateName.all().contains(state)) {
      throw WaitTime.invalid("state");
    }
    Caller by = caller.caller();
    return time.isZero()
        ? answers.run(() -> lookup.find(id, by).resource())
        : answers.later(id, by, state, time);
  }

  @PostMapping("/{id}/cancel")
  Object cancel(@PathVariable("id") String id, ApiCaller caller) {
    Caller by = caller.caller();
    return answers.run(() -> actions.cancel(id, by));
  }

  @GetMapping
  Object list(
      @RequestParam(name = "limit", defaultValue = "50") String limit,
      @RequestParam(name = "before", defaultValue = "") String before,
      @RequestParam(name = "open", defaultValue = "false") String open,
      ApiCaller caller) {
    RequestActions.Page page = RequestActions.Page.of(limit, before, open);
    Caller by = caller.caller();
    return answers.run(() -> actions.list(page, by));
  }
}
