package dev.holdfast.api.auth;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.Set;

/**
 * Whose signatures count.
 *
 * @param source the keys
 * @param issuers what tokens say of who issued them
 */
public record ApiKeys(JWKSource<SecurityContext> source, Set<String> issuers) {}
