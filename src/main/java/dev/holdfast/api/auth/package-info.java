/** Who may call the HTTP API: applications with a token of Microsoft Entra ID. */
@NullMarked
package dev.holdfast.api.auth;

import org.jspecify.annotations.NullMarked;
