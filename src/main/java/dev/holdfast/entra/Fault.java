package dev.holdfast.entra;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What Entra ID's error codes mean for the operator. Placeholders: {0} the client id, {1} the
 * tenant id, {2} the audience, {3} the setting of the credential, {4} where all settings are.
 */
enum Fault {
  WRONG_SECRET(
      Set.of("7000215"),
      "the client secret is wrong",
      "must put the value of a secret of application {0} (its value, not its id) into {3}"),
  EXPIRED_SECRET(
      Set.of("7000222"),
      "the client secret has expired",
      "must add a new secret to application {0} and put its value into {3}"),
  UNKNOWN_CLIENT(
      Set.of("700016"),
      "there is no application {0} in tenant {1}",
      "must correct {4}.client-id or {4}.tenant-id"),
  UNKNOWN_TENANT(
      Set.of("90002", "900023"),
      "there is no tenant {1} in this cloud",
      "must correct {4}.tenant-id, or choose another cloud"),
  UNREGISTERED_CERTIFICATE(
      Set.of("700027", "7000214"),
      "the certificate is not registered with application {0}, or is no longer valid",
      "must upload the certificate of {3} to application {0}"),
  EXPIRED_CERTIFICATE(
      Set.of("1000502"),
      "the certificate is not valid today",
      "must renew the certificate of {3} and upload it to application {0}"),
  UNTRUSTED_TOKEN(
      Set.of("70021", "70025", "700211", "700212", "700213"),
      "no federated identity credential of application {0} matches the token in the file",
      "must give application {0} one with the issuer, subject and audience of the token in {3}"),
  WRONG_TIME(
      Set.of("700024"),
      "the assertion is outside its time",
      "must set this machine's clock, or renew the file of {3}"),
  DISABLED(
      Set.of("7000112"),
      "application {0} is disabled",
      "must enable application {0} in tenant {1}"),
  BLOCKED(
      Set.of("53003"),
      "a Conditional Access policy blocks application {0}",
      "must exempt application {0} from the policy"),
  UNKNOWN_AUDIENCE(
      Set.of("500011", "500014", "650057", "1002012"),
      "{2} is not known in tenant {1}, or not open to application {0}",
      "must check the endpoint and audience in {4}, and that the service exists in the tenant"),
  OTHER(
      Set.of(), "it refused", "must check what {4} says about tenant, application and credential");

  private final Set<String> codes;
  final String what;
  final String remedy;

  Fault(Set<String> codes, String what, String remedy) {
    this.codes = codes;
    this.what = what;
    this.remedy = remedy;
  }

  /**
   * @param code such as {@code AADSTS7000215}
   */
  static Fault of(Optional<String> code) {
    return Arrays.stream(values())
        .filter(fault -> code.filter(text -> fault.codes.contains(text.substring(6))).isPresent())
        .findFirst()
        .orElse(OTHER);
  }
}
