package dev.holdfast.teams.outbound;

import dev.holdfast.entra.Credential;
import dev.holdfast.teams.settings.AllowedServiceHosts;
import dev.holdfast.teams.settings.TeamsCloud;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the bot gets its tokens for the connector (facts B8). What is not set is that of the cloud.
 *
 * @param appId the bot's application id; a managed identity needs none
 * @param tenantId the tenant of the bot's registration; a managed identity needs none
 * @param cloud the cloud whose connector is called
 * @param credential what the bot proves itself with; absent in the profile {@code local}
 * @param loginUrl where Microsoft Entra ID gives out the bot's tokens; plain http only on loopback
 * @param audience the resource that the tokens are asked for
 */
@Validated
@ConfigurationProperties("holdfast.teams")
public record BotTokenSettings(
    @Nullable String appId,
    @Nullable String tenantId,
    @DefaultValue("public") @NotNull TeamsCloud cloud,
    @NestedConfigurationProperty @Nullable @Valid Credential credential,
    URI loginUrl,
    URI audience) {

  public BotTokenSettings {
    credential = Credential.given(credential).orElse(null);
    loginUrl = Optional.ofNullable(loginUrl).orElse(cloud.loginUrl());
    audience = Optional.ofNullable(audience).orElse(cloud.audience());
  }

  @AssertTrue(message = "must be https, or http on loopback, with a host and without a path")
  boolean isLoginUrlUsable() {
    var scheme = String.valueOf(loginUrl.getScheme());
    var path = String.valueOf(loginUrl.getPath());
    return loginUrl.getHost() != null
        && (path.isEmpty() || path.equals("/"))
        && (scheme.equals("https")
            || scheme.equals("http") && AllowedServiceHosts.isLoopback(loginUrl.getHost()));
  }

  @AssertTrue(
      message = "a credential needs app-id and tenant-id, both GUIDs, save a managed identity")
  boolean isCredentialNamed() {
    return credential == null
        || !credential.needsRegistration(appId)
        || Credential.isGuid(String.valueOf(appId)) && Credential.isGuid(String.valueOf(tenantId));
  }
}
