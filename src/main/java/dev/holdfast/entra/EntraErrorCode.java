package dev.holdfast.entra;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What Entra ID's error codes mean for the operator. Placeholders: 1 the client id, 2 the tenant
 * id, 3 the audience, 4 the setting of the credential, 5 where all settings are, 6 the setting of
 * the client id.
 */
enum EntraErrorCode {
  WRONG_SECRET(
      Set.of("7000215"),
      "the client secret is wrong",
      "must put the value of a secret of application %1$s (its value, not its id) into %4$s"),
  EXPIRED_SECRET(
      Set.of("7000222"),
      "the client secret has expired",
      "must add a new secret to application %1$s and put its value into %4$s"),
  UNKNOWN_CLIENT(
      Set.of("700016"),
      "there is no application %1$s in tenant %2$s",
      "must correct %5$s.%6$s or %5$s.tenant-id"),
  UNKNOWN_TENANT(
      Set.of("90002", "900023"),
      "there is no tenant %2$s in this cloud",
      "must correct %5$s.tenant-id, or choose another cloud"),
  UNREGISTERED_CERTIFICATE(
      Set.of("700027", "7000214"),
      "the certificate is not registered with application %1$s, or is no longer valid",
      "must upload the certificate of %4$s to application %1$s"),
  EXPIRED_CERTIFICATE(
      Set.of("1000502"),
      "the certificate is not valid today",
      "must renew the certificate of %4$s and upload it to application %1$s"),
  UNTRUSTED_TOKEN(
      Set.of("70021", "70025", "700211", "700212", "700213"),
      "no federated identity credential of application %1$s matches its token",
      "must give application %1$s one with the issuer, subject and audience of the token of %4$s"),
  WRONG_TIME(
      Set.of("700024"),
      "the assertion is outside its time",
      "must set this machine's clock, or renew the file of %4$s"),
  DISABLED(
      Set.of("7000112"),
      "application %1$s is disabled",
      "must enable application %1$s in tenant %2$s"),
  BLOCKED(
      Set.of("53003"),
      "a Conditional Access policy blocks application %1$s",
      "must exempt application %1$s from the policy"),
  UNKNOWN_AUDIENCE(
      Set.of("500011", "500014", "650057", "1002012"),
      "%3$s is not known in tenant %2$s, or not open to application %1$s",
      "must check the endpoint and audience in %5$s, and that the service exists in the tenant"),
  OTHER(
      Set.of(), "it refused", "must check what %5$s says about tenant, application and credential");

  private final Set<String> codes;
  final String what;
  final String remedy;

  EntraErrorCode(Set<String> codes, String what, String remedy) {
    this.codes = codes;
    this.what = what;
    this.remedy = remedy;
  }

  /**
   * @param code such as {@code AADSTS7000215}
   */
  static EntraErrorCode of(Optional<String> code) {
    return Arrays.stream(values())
        .filter(fault -> code.filter(text -> fault.codes.contains(text.substring(6))).isPresent())
        .findFirst()
        .orElse(OTHER);
  }
}
