package dev.holdfast.adminapi;

import dev.holdfast.entra.Credential;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Holdfast gets its tokens for the admin API.
 *
 * @param endpoint the cloud, whose sign-in address is used when none is set
 * @param tenantId the tenant whose environments are administered; a managed identity needs none
 * @param clientId the application that is registered with Power Platform; a managed identity needs
 *     none
 * @param credential what the application proves itself with; absent in the profile {@code local}
 * @param loginUrl where Microsoft Entra ID gives out tokens; plain http only on loopback, for tests
 */
@Validated
@ConfigurationProperties("holdfast.admin-api")
public record AdminApiSignInProperties(
    @NotNull @DefaultValue("prod") PowerPlatformCloud endpoint,
    @Nullable @Pattern(regexp = Credential.GUID, message = "must be the id of the tenant, a GUID")
        String tenantId,
    @Nullable
        @Pattern(regexp = Credential.GUID, message = "must be the id of the application, a GUID")
        String clientId,
    @NestedConfigurationProperty @Nullable @Valid Credential credential,
    URI loginUrl) {

  public AdminApiSignInProperties {
    credential = Credential.given(credential).orElse(null);
    loginUrl = Optional.ofNullable(loginUrl).orElse(endpoint.loginUrl());
  }

  /** A secret must not travel in the clear. */
  @AssertTrue(message = "must be https, or http on loopback, with a host and without a path")
  boolean isLoginUrlUsable() {
    return AdminApiProperties.isSafe(loginUrl);
  }

  @AssertTrue(message = "a credential needs tenant-id and client-id, save a managed identity")
  boolean isCredentialNamed() {
    return credential == null
        || !credential.needsRegistration(clientId)
        || (tenantId != null && clientId != null);
  }
}
