package dev.holdfast.operation.adminmode;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.event.RequestEventListener;
import dev.holdfast.request.store.RequestRepository;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells the request that has left its target in administration mode how leaving the mode ended, so
 * that its card stays true.
 */
@Component
public class ParentRequestListener implements RequestEventListener {

  /** How leaving administration mode can end. */
  public static final Set<RequestEventType> ENDS =
      EnumSet.of(
          RequestEventType.SUCCEEDED,
          RequestEventType.FAILED,
          RequestEventType.CANCELLED,
          RequestEventType.VOIDED,
          RequestEventType.REHEARSED,
          RequestEventType.MISSED);

  private final RequestRepository requests;
  private final AdminApi api;

  ParentRequestListener(RequestRepository requests, AdminApi api) {
    this.requests = requests;
    this.api = api;
  }

  /** Locks the parent: people may act on it at the same time. */
  @Override
  public void on(Request request, RequestEvent event) {
    request
        .details()
        .followUpOf()
        .filter(parent -> !request.details().isPart())
        .flatMap(requests::lock)
        .filter(parent -> parent.leaving().isDoneBy(request))
        .ifPresent(parent -> requests.save(parent, ended(parent, request, event)));
  }

  private RequestEvent ended(Request parent, Request request, RequestEvent event) {
    return switch (event.type()) {
      case SUCCEEDED -> parent.leaving().done(request);
      case CANCELLED, REHEARSED, MISSED -> parent.leaving().withdraw(request);
      default -> parent.leaving().fail(request, api.capabilities().administrationMode());
    };
  }
}
