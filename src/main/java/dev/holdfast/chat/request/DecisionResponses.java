package dev.holdfast.chat.request;

import dev.holdfast.approval.DecisionPreparation;
import dev.holdfast.approval.DecisionResult;
import dev.holdfast.approval.DenialReason;
import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.approval.ReadingRights;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.RequestReplies;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.request.Request;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Responds to clicks that decide, with what is true of the request then. */
@Component
public class DecisionResponses {

  /** What is said beside the input that it is about. */
  private static final Set<DenialReason> INPUT =
      EnumSet.of(
          DenialReason.COMMENT_MISSING,
          DenialReason.WAY_MISSING,
          DenialReason.OPERATION_MISSING,
          DenialReason.REASON_MISSING,
          DenialReason.OPERATIONS_NOT_LOOKED_AT);

  private final ReadingRights rights;
  private final RequestReplies replies;
  private final PermissionEvaluator permissions;
  private final DecisionPreparation preparation;

  DecisionResponses(
      ReadingRights rights,
      RequestReplies replies,
      PermissionEvaluator permissions,
      DecisionPreparation preparation) {
    this.rights = rights;
    this.replies = replies;
    this.permissions = permissions;
    this.preparation = preparation;
  }

  /** Has read again who may decide on the request that the button names. */
  public void prepare(CardActionInvocation clicked) {
    preparation.prepare(clicked.text("requestId"));
  }

  /** The same before an approval. */
  void prepareApproval(CardActionInvocation clicked) {
    preparation.prepareApproval(clicked.text("requestId"), clicked.who().person());
  }

  /** Responds with the outcome of a decision on the request that the button names. */
  public ActionResponse decide(
      CardActionInvocation clicked, Function<Request, DecisionResult> decision) {
    return withRequest(clicked, request -> response(clicked, decision.apply(request)));
  }

  ActionResponse withRequest(
      CardActionInvocation clicked, Function<Request, ActionResponse> response) {
    String id = clicked.text("requestId");
    return rights
        .find(id, clicked.who().person())
        .map(response)
        .orElseGet(
            () ->
                new ActionResponse.Refuse(
                    "NotFound", clicked.who().texts().of("request.notFound", "request", id)));
  }

  private ActionResponse response(CardActionInvocation clicked, DecisionResult decided) {
    if (decided instanceof DecisionResult.Done done) {
      return show(clicked, done.request(), Optional.empty(), "");
    }
    DecisionResult.Refused refused = (DecisionResult.Refused) decided;
    Banner banner = banner(clicked, refused);
    return INPUT.contains(refused.why())
        ? show(clicked, refused.request(), Optional.empty(), banner.text())
        : show(clicked, refused.request(), Optional.of(banner), "");
  }

  Banner banner(CardActionInvocation clicked, DecisionResult.Refused refused) {
    Optional<String> unreadable =
        Optional.of(refused)
            .filter(refusal -> refusal.why() == DenialReason.GROUP_UNREADABLE)
            .flatMap(refusal -> permissions.doubt(clicked.who().person(), refusal.request()))
            .map(clicked.who().texts()::of);
    return new Banner(
        Tone.ATTENTION,
        unreadable.orElseGet(() -> DenialMessages.sentence(refused, clicked.who().texts())));
  }

  private ActionResponse show(
      CardActionInvocation clicked, Request request, Optional<Banner> banner, String commentError) {
    return replies.own(request, clicked.who(), clicked.where(), banner, commentError);
  }

  public static String comment(CardActionInvocation clicked) {
    return clicked.text("comment").strip();
  }

  /** The version of the request that the card showed; what is no number is older than any. */
  static long version(CardActionInvocation clicked) {
    String text = clicked.text("version");
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }
}
