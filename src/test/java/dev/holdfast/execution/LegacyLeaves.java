package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;

import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.TargetAdminMode.Phase;
import dev.holdfast.testing.Workbench;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Restores whose administration mode is being left, as versions before stored that. */
public final class LegacyLeaves {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private LegacyLeaves() {}

  /** Megan has asked a minute ago. */
  public static RequestId store(Workbench bench, Phase phase) {
    RequestId id = bench.requests().nextId();
    Request request = bench.add(Request.submit(id, details(restore(), 0, "draft of " + id)));
    bench.change(request, r -> r.mainStep().commitStart(NOW));
    bench.change(request, r -> r.mainStep().accepted(progress("Succeeded"), "", NOW));
    bench.change(request, r -> r.mainStep().beginVerification(NOW));
    bench.change(
        request, r -> r.completed().succeedInAdministrationMode(Message.plain("done"), true, NOW));
    JdbcClient jdbc = bench.get(JdbcClient.class);
    ObjectNode body =
        (ObjectNode)
            JSON.readTree(
                jdbc.sql("select body from requests where id = ?")
                    .param(id.number())
                    .query(String.class)
                    .single());
    ObjectNode mode = (ObjectNode) body.get("administrationMode");
    mode.put("phase", phase.name());
    ObjectNode leave = mode.putObject("leave");
    leave.putObject("by").put("id", MEGAN.id()).put("name", MEGAN.name());
    leave.put("askedAt", NOW.minusSeconds(60).toString());
    if (phase == Phase.ASKED) {
      leave.put("waitsFor", "It is busy.");
    }
    if (phase.compareTo(Phase.STARTING) >= 0) {
      leave.put("intendedAt", NOW.minusSeconds(50).toString());
    }
    if (phase.compareTo(Phase.RUNNING) >= 0) {
      leave.set("progress", ((ObjectNode) body.get("progress")).deepCopy());
      ((ObjectNode) leave.get("progress"))
          .put("statusUrl", "http://127.0.0.1/lifecycleOperations/op-2")
          .put("operationId", "op-2");
    }
    jdbc.sql("update requests set body = :body where id = :id")
        .param("body", body.toString())
        .param("id", id.number())
        .update();
    return id;
  }
}
