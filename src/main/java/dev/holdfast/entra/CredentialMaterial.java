package dev.holdfast.entra;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a credential's files held at one moment. Equal to a later reading as long as nothing was
 * rotated.
 */
record CredentialMaterial(List<String> parts) {

  private static final int SHORTEST_SECRET = 4;

  String part(int index) {
    return parts.get(index);
  }

  CredentialMaterial and(String part) {
    return new CredentialMaterial(Stream.concat(parts.stream(), Stream.of(part)).toList());
  }

  /** The text without any secret that found its way into it. */
  String scrub(String text) {
    String clean = text;
    for (String part : parts) {
      if (part.length() >= SHORTEST_SECRET) {
        clean = clean.replace(part, "***");
      }
    }
    return clean;
  }

  @Override
  public String toString() {
    return "Material[" + parts.size() + " parts]";
  }
}
