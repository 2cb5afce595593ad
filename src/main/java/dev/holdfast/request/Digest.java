package dev.holdfast.request;

import dev.holdfast.request.OperationSpec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A fingerprint of exactly what is approved: source, target, instant and options. An approval
 * counts only for the digest that the approver saw.
 */
public record Digest(String hex) {

  public static Digest of(OperationSpec work) {
    List<String> parts =
        work instanceof OperationSpec.Restore restore
            ? parts(restore)
            : work instanceof OperationSpec.Backup backup
                ? List.of("backup", backup.source().id(), backup.label(), backup.notes())
                : List.of();
    MessageDigest sha = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      // The length keeps "ab"+"c" apart from "a"+"bc".
      sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      sha.update(bytes);
    }
    return new Digest(HexFormat.of().formatHex(sha.digest()));
  }

  /**
   * What is not asked for adds no part: approvals given before it could be asked for still hold.
   */
  private static List<String> parts(OperationSpec.Restore restore) {
    List<String> parts =
        new ArrayList<>(
            List.of(
                "restore",
                restore.source().id(),
                restore.target().id(),
                restore.point().toString(),
                restore.targetName(),
                String.valueOf(restore.skipAuditData())));
    restore.securityGroupId().ifPresent(parts::add);
    if (restore.safetyBackup()) {
      parts.addAll(List.of("safety backup", "first"));
    }
    return parts;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
