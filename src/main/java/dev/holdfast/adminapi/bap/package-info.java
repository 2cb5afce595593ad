/**
 * The admin API as the PowerShell cmdlets call it (BAP); the only place that knows its wire names.
 */
@NullMarked
package dev.holdfast.adminapi.bap;

import org.jspecify.annotations.NullMarked;
