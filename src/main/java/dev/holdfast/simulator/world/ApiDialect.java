package dev.holdfast.simulator.world;

import java.util.Arrays;
import tools.jackson.databind.node.ObjectNode;

/** The two admin APIs through which the one world is seen, and how they word a refusal. */
public enum ApiDialect {
  BAP("/providers/Microsoft.BusinessAppPlatform", "/lifecycleOperations/") {
    @Override
    ObjectNode words(SimulatedError no, boolean order) {
      ObjectNode json = SimulatorJson.object();
      json.set("error", plain(no));
      return json;
    }
  },
  PPAPI("/environmentmanagement", "/operations/") {
    /** A wrong order is answered with a ValidationResponse, the rest plainly (facts 2). */
    @Override
    ObjectNode words(SimulatedError no, boolean order) {
      boolean validation = order && (no.status() == 400 || no.status() == 409);
      if (!validation) {
        return plain(no);
      }
      ObjectNode json = SimulatorJson.object();
      ObjectNode detail = json.putObject("errorDetail");
      detail.put("code", no.code().equals(SimulatedError.INVALID) ? "ValidationFailed" : no.code());
      fieldError(detail, no.field(), no.words());
      return json;
    }
  };

  /** Where the Power Platform API tells of finance and operations; it refuses as BAP does. */
  public static final String DYNAMICS = "/dynamics/environments";

  /** Where it tells of capacity. */
  public static final String LICENSING = "/licensing/tenantCapacity";

  private final String root;
  private final String operations;

  ApiDialect(String root, String operations) {
    this.root = root;
    this.operations = operations;
  }

  /** What does not belong to the Power Platform API is answered as BAP does. */
  public static ApiDialect of(String path) {
    return path.startsWith(PPAPI.root + "/") ? PPAPI : BAP;
  }

  public static boolean isAdminApi(String path) {
    return Arrays.stream(values()).anyMatch(face -> path.startsWith(face.root + "/"));
  }

  /** Whether a version must be named, and the caller be registered. */
  public static boolean isVersioned(String path) {
    return isAdminApi(path) || path.startsWith(DYNAMICS) || path.startsWith(LICENSING);
  }

  public String root() {
    return root;
  }

  /** The path of an operation. */
  public String operation(String id) {
    return root + operations + id;
  }

  /**
   * @param order whether something was to be changed
   */
  public final SimulatedResponse refuse(SimulatedError no, boolean order) {
    SimulatedResponse answer = SimulatedResponse.of(no.status(), words(no, order));
    return no.retryAfter() == 0
        ? answer
        : answer.with("Retry-After", Integer.toString(no.retryAfter()));
  }

  abstract ObjectNode words(SimulatedError no, boolean order);

  public static void fieldError(ObjectNode detail, String field, String message) {
    ObjectNode error = detail.putObject("fieldErrors").putObject(field);
    error.putArray("errorMessages").add(message);
    error.putNull("suggestedValue");
  }

  private static ObjectNode plain(SimulatedError no) {
    return SimulatorJson.object().put("code", no.code()).put("message", no.words());
  }
}
