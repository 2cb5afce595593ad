/** Asks the Power Platform API for the capacity of the tenant (facts 2.7). */
@NullMarked
package dev.holdfast.adminapi.capacity.client;

import org.jspecify.annotations.NullMarked;
