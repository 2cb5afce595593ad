package dev.holdfast.request.step;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A fingerprint of exactly what is approved: source, target, instant and options, and in newer
 * requests everything else that an approver sees. An approval counts only for the digest that the
 * approver saw.
 */
public record Digest(String hex) {

  public static Digest of(OperationSpec spec) {
    return of(spec.digestParts());
  }

  /** Of texts in their order. */
  public static Digest of(List<String> parts) {
    MessageDigest sha = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      // The length keeps "ab"+"c" apart from "a"+"bc".
      sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      sha.update(bytes);
    }
    return new Digest(HexFormat.of().formatHex(sha.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
