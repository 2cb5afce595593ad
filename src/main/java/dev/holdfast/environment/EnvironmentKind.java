package dev.holdfast.environment;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.adminapi.FinOpsDeployment;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.message.Message;
import dev.holdfast.message.MessageFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What an environment is for the table of finance and operations pairs (rule R14).
 *
 * <p>The environment says only whether the apps are unified or linked. Which kind it is comes from
 * the Power Platform API (facts 6.1), else from the environment's own Dataverse (facts 1.6), and
 * may stay unknown.
 */
public enum EnvironmentKind {
  /** Unified developer environment. */
  UDE("rule.kind.ude", "unified-developer"),
  /** Unified sandbox environment. */
  USE("rule.kind.use", "unified-sandbox"),
  /** Unified production environment. */
  UPE("rule.kind.upe", "unified-production"),
  /** Unified, but nobody said whether for development or as a sandbox. */
  UNIFIED("rule.kind.unified", "unified"),
  LCS_SANDBOX("rule.kind.lcsSandbox", "lcs-sandbox"),
  LCS_PRODUCTION("rule.kind.lcsProduction", "lcs-production"),
  LCS_CLOUD_HOSTED("rule.kind.lcsCloudHosted", "lcs-cloud-hosted"),
  /** Linked to Lifecycle Services, with nothing to tell as what. */
  LCS("rule.kind.lcs", "lcs"),
  DATAVERSE_ONLY("rule.kind.dataverseOnly", "dataverse-only"),
  /** No Dataverse and no finance and operations apps. */
  NO_DATAVERSE("rule.kind.noDataverse", "no-dataverse"),
  UNKNOWN("rule.kind.unknown", "");

  private final Message message;
  private final String key;

  EnvironmentKind(String code, String key) {
    this.message = Message.of(code);
    this.key = key;
  }

  /**
   * Its name in a policy; stored. One that is a narrower kind begins with the name of the wider one
   * and a hyphen. Empty if the kind isn't known.
   */
  public String key() {
    return key;
  }

  /** What it says to a reader. */
  public Message message() {
    return message;
  }

  /** The same in English. */
  public String word() {
    return MessageFormatter.STORED.text(message);
  }

  /** Finance and operations apps on Dataverse, of whatever unified kind. */
  public boolean unified() {
    return this == UDE || this == USE || this == UPE || this == UNIFIED;
  }

  /** Finance and operations apps that live in Lifecycle Services. */
  public boolean lcs() {
    return this == LCS_SANDBOX || this == LCS_PRODUCTION || this == LCS_CLOUD_HOSTED || this == LCS;
  }

  /**
   * The kind of an environment.
   *
   * @param deployment what was said of the apps; empty when nobody was asked or said anything
   */
  public static EnvironmentKind of(Environment environment, Optional<FinOpsDeployment> deployment) {
    FinOpsLink link = environment.finOps();
    if (link instanceof FinOpsLink.None) {
      if (environment.odd()) {
        return UNKNOWN;
      }
      return environment.dataverse().isPresent() ? DATAVERSE_ONLY : NO_DATAVERSE;
    }
    EnvironmentKind linked = byLink(environment, deployment);
    return linked == UPE || linked == LCS_CLOUD_HOSTED
        ? linked
        : deployment.flatMap(EnvironmentKind::told).orElse(linked);
  }

  /** What the Power Platform API says without leaving anything to be guessed (facts 6.1). */
  private static Optional<EnvironmentKind> told(FinOpsDeployment deployment) {
    return switch (deployment.deploymentType().toLowerCase(Locale.ROOT)) {
      case "unifieddeveloper" -> Optional.of(UDE);
      case "unifiedsandbox" -> Optional.of(USE);
      case "unifiedproduction" -> Optional.of(UPE);
      case "lcssandbox" -> Optional.of(LCS_SANDBOX);
      case "lcsproduction" -> Optional.of(LCS_PRODUCTION);
      default -> Optional.empty();
    };
  }

  private static EnvironmentKind byLink(
      Environment environment, Optional<FinOpsDeployment> deployment) {
    FinOpsLink link = environment.finOps();
    if (link instanceof FinOpsLink.Unified) {
      return unified(environment, deployment);
    }
    return link instanceof FinOpsLink.LcsLinked linked ? linked(environment, linked) : UNKNOWN;
  }

  /**
   * Whether somebody must be asked to know the kind. A unified production environment is a UPE
   * whatever they say: one that was converted from a sandbox may still be called one there.
   */
  static boolean needsDeployment(Environment environment) {
    EnvironmentKind linked = of(environment, Optional.empty());
    return linked == UNIFIED
        || (!(environment.finOps() instanceof FinOpsLink.None)
            && (linked == LCS || linked == UNKNOWN));
  }

  private static EnvironmentKind unified(
      Environment environment, Optional<FinOpsDeployment> deployment) {
    if (environment.type() == EnvironmentType.PRODUCTION) {
      return UPE;
    }
    String word = deployment.map(FinOpsDeployment::deploymentType).orElse("");
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "onlinedev" -> UDE;
      case "sandbox" -> USE;
      default -> UNIFIED;
    };
  }

  private static EnvironmentKind linked(Environment environment, FinOpsLink.LcsLinked linked) {
    String url = linked.url().orElse("").toLowerCase(Locale.ROOT);
    if (url.contains("axcloud") || url.contains("cloudax")) {
      return LCS_CLOUD_HOSTED;
    }
    if (url.contains("sandbox")) {
      return LCS_SANDBOX;
    }
    return environment.type() == EnvironmentType.PRODUCTION ? LCS_PRODUCTION : LCS;
  }
}
