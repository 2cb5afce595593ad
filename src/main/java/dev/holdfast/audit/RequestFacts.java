package dev.holdfast.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.audit.AuditFacts.Column;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Decision;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.followup.PolicyDigest;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.OperationFacts;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.Outcome;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a row of the audit log says of the operation, from its request. */
@Component
class RequestFacts {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ObjectProvider<PolicyDigest> policy;

  RequestFacts(ObjectProvider<PolicyDigest> policy) {
    this.policy = policy;
  }

  Map<Column, String> of(Request request) {
    Map<Column, String> texts = new EnumMap<>(Column.class);
    addOperation(request.details(), texts);
    texts.put(Column.DIGEST, request.details().digest().hex());
    policy.ifAvailable(known -> texts.put(Column.POLICY_DIGEST, known.inForce()));
    texts.put(Column.APPROVALS, approvals(request));
    request
        .nextStep()
        .progress()
        .flatMap(OperationProgress::operationId)
        .ifPresent(id -> texts.put(Column.OPERATION_ID, id));
    request.correlationId().ifPresent(id -> texts.put(Column.CORRELATION_ID, id));
    request.outcome().ifPresent(outcome -> texts.put(Column.OUTCOME, words(outcome)));
    return texts;
  }

  private static void addOperation(RequestDetails details, Map<Column, String> texts) {
    OperationSpec spec = details.spec();
    texts.put(Column.OPERATION, spec.kind());
    spec.environments().stream()
        .filter(use -> use.role() == EnvironmentRole.DATA_LEAVES)
        .findFirst()
        .ifPresent(
            use -> {
              texts.put(Column.SOURCE_ID, use.environment().id());
              texts.put(Column.SOURCE_NAME, use.environment().displayName());
            });
    EnvironmentRef target = spec.affected();
    texts.put(Column.TARGET_ID, target.id());
    texts.put(Column.TARGET_NAME, target.displayName());
    OperationFacts facts = spec.facts();
    facts
        .restorePoint()
        .map(Instant::toString)
        .ifPresent(at -> texts.put(Column.RESTORE_POINT, at));
    Map<String, String> options = new TreeMap<>(facts.options());
    details
        .emergency()
        .ifPresent(declared -> options.put("emergency", declared.reviewWithin().toString()));
    if (details.isRehearsal()) {
      options.put("rehearsal", "true");
    }
    details.submission().ticket().ifPresent(ticket -> options.put("ticket", ticket));
    details
        .submission()
        .start()
        .ifPresent(
            start -> {
              options.put("start", start.notBefore().toString());
              options.put("startUntil", start.latest().toString());
            });
    texts.put(Column.OPTIONS, JSON.writeValueAsString(options));
  }

  private record Approvals(int needed, List<Approval> given) {}

  /**
   * @param actingFor the IDs of those who had delegated it; left out where nobody had
   */
  private record Approval(
      String id,
      String name,
      String at,
      String digest,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> actingFor) {}

  private static String approvals(Request request) {
    List<Approval> given =
        request.decisions().stream()
            .filter(Decision::isApprovalInForce)
            .map(
                said ->
                    new Approval(
                        said.by().id(),
                        said.by().name(),
                        said.at().toString(),
                        said.digest().hex(),
                        said.actingFor().stream().map(Person::id).toList()))
            .toList();
    return JSON.writeValueAsString(new Approvals(request.terms().approvals(), given));
  }

  private static String words(Outcome outcome) {
    String text = StoredMessage.english(outcome.message());
    return outcome.serviceMessage().map(said -> (text + " [" + said + "]").strip()).orElse(text);
  }
}
