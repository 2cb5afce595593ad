/**
 * The admin API as the documented Power Platform API 2024-10-01; the only place that knows its wire
 * names.
 */
@NullMarked
package dev.holdfast.adminapi.ppapi;

import org.jspecify.annotations.NullMarked;
