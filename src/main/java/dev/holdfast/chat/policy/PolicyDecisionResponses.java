package dev.holdfast.chat.policy;

import dev.holdfast.approval.policy.guard.PolicyDecisionResult;
import dev.holdfast.approval.policy.guard.PolicyGuard;
import dev.holdfast.approval.policy.guard.PolicyProposal;
import dev.holdfast.approval.policy.guard.PolicyProposals;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import dev.holdfast.notification.policy.PolicyProposalCard;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes a guardian's decision, and answers with the proposal as it is then. */
@Component
class PolicyDecisionResponses {

  private final PolicyGuard guard;
  private final PolicyProposals proposals;
  private final PolicyProposalCard cards;

  PolicyDecisionResponses(PolicyGuard guard, PolicyProposals proposals, PolicyProposalCard cards) {
    this.guard = guard;
    this.proposals = proposals;
    this.cards = cards;
  }

  /** Has read again who guards the policy. */
  void prepare() {
    guard.prepare();
  }

  /** Who isn't a guardian sees nothing of the policy. */
  ActionResponse decide(CardActionInvocation clicked, boolean approves) {
    ChatUser who = clicked.who();
    long id = id(clicked);
    if (!guard.isGuardian(who.person())) {
      return notForYou(who);
    }
    if (approves && !Boolean.parseBoolean(clicked.text("confirmed"))) {
      return show(id, who, Optional.empty(), "policyProposal.unconfirmed");
    }
    PolicyDecisionResult result = guard.decide(id, clicked.text("digest"), who.person(), approves);
    return switch (result) {
      case DONE -> show(id, who, Optional.empty(), "");
      case STALE -> show(id, who, banner("policyProposal.stale", who), "");
      case DECIDED_BEFORE -> show(id, who, banner("policyProposal.decidedBefore", who), "");
      case NOT_A_GUARDIAN -> notForYou(who);
    };
  }

  private ActionResponse notForYou(ChatUser who) {
    Message why =
        guard.unreadableGuardians().orElseGet(() -> Message.of("policyProposal.notForYou"));
    return new ActionResponse.Refuse("Forbidden", who.texts().of(why));
  }

  private ActionResponse show(long id, ChatUser who, Optional<Banner> banner, String confirmError) {
    Optional<PolicyProposal> proposal = proposals.find(id);
    if (proposal.isEmpty()) {
      return new ActionResponse.Refuse("NotFound", who.texts().of("policyProposal.notFound"));
    }
    String error = confirmError.isEmpty() ? "" : who.texts().of(confirmError);
    return new ActionResponse.Show(
        cards.of(proposal.get(), who.id(), who.zone(), banner, error), false);
  }

  private static Optional<Banner> banner(String code, ChatUser who) {
    return Optional.of(new Banner(Tone.ATTENTION, who.texts().of(code)));
  }

  /** What is no number names nothing. */
  private static long id(CardActionInvocation clicked) {
    String text = clicked.text("proposal");
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }
}
