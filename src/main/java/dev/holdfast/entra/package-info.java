/**
 * Tokens of Microsoft Entra ID: got with any of the usual credentials, shared, and renewed in time.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.holdfast.entra;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
