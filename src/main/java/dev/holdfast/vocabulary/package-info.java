/** Keeps the words of the admin APIs that Holdfast doesn't know yet. */
@ApplicationModule(
    allowedDependencies = {"adminapi", "adminapi :: *", "doctor", "retention", "support"})
@NullMarked
package dev.holdfast.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
