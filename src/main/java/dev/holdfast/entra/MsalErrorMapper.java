package dev.holdfast.entra;

import com.microsoft.aad.msal4j.AuthenticationErrorCode;
import com.microsoft.aad.msal4j.MsalError;
import com.microsoft.aad.msal4j.MsalServiceException;
import dev.holdfast.entra.EntraException.Details;
import dev.holdfast.entra.EntraException.Mender;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** From what MSAL throws to a sentence that says what is wrong and who can fix it. */
record MsalErrorMapper(ApplicationIdentity identity) {

  private static final Pattern CODE = Pattern.compile("AADSTS\\d+");
  private static final Pattern TRAILER = Pattern.compile("(?s)\\s*Trace ID:.*");

  EntraException explain(Throwable thrown, String audience, CredentialMaterial material) {
    Optional<TokenServiceBusyException> busy = first(thrown, TokenServiceBusyException.class);
    if (busy.isPresent()) {
      return busy(busy.get(), audience);
    }
    Optional<IOException> cut = first(thrown, IOException.class);
    if (cut.isPresent()) {
      return cut(cut.get(), audience);
    }
    return first(thrown, MsalServiceException.class)
        .map(refusal -> refused(refusal, audience, material))
        .orElseGet(() -> senseless(audience));
  }

  /** An answer that is no word of Entra ID's, perhaps from something between. */
  EntraException senseless(String audience) {
    return failure(
        audience, "its answer makes no sense", "Is there a proxy between?", Mender.SERVICE);
  }

  EntraException unreadable(CredentialException e, String audience) {
    return new EntraException(
        "There is no token for %s: %s. %s".formatted(audience, e.getMessage(), e.remedy()),
        Details.of(Mender.OPERATOR),
        null);
  }

  /** What was refused once is given out again by whoever keeps tokens. */
  EntraException again(String audience) {
    return failure(
        audience,
        "it gave once more the one that was refused",
        "The operator must check what the application may do there.",
        Mender.OPERATOR);
  }

  private EntraException refused(
      MsalServiceException e, String audience, CredentialMaterial material) {
    return switch (String.valueOf(e.errorCode())) {
      case AuthenticationErrorCode.UNKNOWN, AuthenticationErrorCode.INVALID_JSON ->
          senseless(audience);
      case MsalError.MANAGED_IDENTITY_UNREACHABLE_NETWORK -> cut(new IOException(e), audience);
      default ->
          identity.isOfTheMachine() ? ofTheMachine(e, audience) : ofEntra(e, audience, material);
    };
  }

  private EntraException ofEntra(
      MsalServiceException e, String audience, CredentialMaterial material) {
    String said = material.scrub(String.valueOf(e.getMessage()));
    Matcher matcher = CODE.matcher(said);
    Optional<String> code =
        matcher.find() ? Optional.of(matcher.group()) : Optional.ofNullable(e.errorCode());
    EntraErrorCode fault = EntraErrorCode.of(code.filter(text -> text.startsWith("AADSTS")));
    String sentence =
        "Microsoft Entra ID gave no token for %s: %s (%s). The operator %s."
            .formatted(
                audience,
                fill(fault.what, audience),
                code.orElse("no code"),
                fill(fault.remedy, audience));
    return new EntraException(
        sentence,
        new Details(
            Mender.OPERATOR,
            fault != EntraErrorCode.UNKNOWN_AUDIENCE && fault != EntraErrorCode.OTHER,
            code,
            Optional.of(TRAILER.matcher(said).replaceAll("")),
            Optional.ofNullable(e.correlationId()),
            Optional.empty()),
        null);
  }

  private String fill(String words, String audience) {
    return words.formatted(
        identity.clientId(),
        identity.tenantId(),
        audience,
        identity.setting(),
        identity.settings(),
        identity.clientSetting());
  }

  private EntraException ofTheMachine(MsalServiceException e, String audience) {
    return failure(
        audience,
        "it refused (" + oneLine(e.getMessage()) + ")",
        "The operator must assign the identity to this machine, or correct "
            + identity.setting()
            + ".",
        Mender.OPERATOR);
  }

  private EntraException busy(TokenServiceBusyException e, String audience) {
    return new EntraException(
        "There is no token for %s: %s is in trouble (answer %d). It may work again after a while."
            .formatted(audience, giver(), e.status()),
        new Details(
            Mender.SERVICE,
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(e.retryAfter()).filter(wait -> !wait.equals(Duration.ZERO))),
        e);
  }

  private EntraException cut(IOException e, String audience) {
    boolean slow = e instanceof HttpTimeoutException && !(e instanceof HttpConnectTimeoutException);
    String how = slow ? "did not answer in time" : "could not be reached";
    String remedy =
        identity.isOfTheMachine()
            ? "A managed identity needs a machine of Azure that has one; else the operator must"
                + " choose another credential than "
                + identity.setting()
                + "."
            : "The operator must let this machine reach it, if that lasts.";
    return new EntraException(
        "There is no token for %s: %s %s. %s".formatted(audience, giver(), how, remedy),
        Details.of(Mender.SERVICE),
        e);
  }

  private EntraException failure(String audience, String what, String remedy, Mender mender) {
    return new EntraException(
        "There is no token for %s from %s: %s. %s".formatted(audience, giver(), what, remedy),
        Details.of(mender),
        null);
  }

  private String giver() {
    return identity.isOfTheMachine()
        ? "the managed identity endpoint"
        : "Microsoft Entra ID at " + identity.loginUrl().getAuthority();
  }

  private static String oneLine(String text) {
    String line = text.lines().findFirst().orElse("").strip();
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }

  private static <T> Optional<T> first(Throwable thrown, Class<T> type) {
    return causes(thrown).filter(type::isInstance).map(type::cast).findFirst();
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(10);
  }
}
