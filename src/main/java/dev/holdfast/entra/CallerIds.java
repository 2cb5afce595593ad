package dev.holdfast.entra;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a bearer token stands for. */
public final class CallerIds {

  private CallerIds() {}

  /**
   * The object ID of the service principal and the ID of its application, in lower case: as one of
   * them the service names who asked for an operation. Empty where the token can't be read.
   */
  public static Set<String> in(String bearer) {
    try {
      JWTClaimsSet claims = JWTParser.parse(bearer).getJWTClaimsSet();
      return Stream.of("oid", "appid", "azp")
          .map(claims::getClaim)
          .filter(Objects::nonNull)
          .map(id -> id.toString().toLowerCase(Locale.ROOT))
          .collect(Collectors.toSet());
    } catch (ParseException e) {
      return Set.of();
    }
  }
}
