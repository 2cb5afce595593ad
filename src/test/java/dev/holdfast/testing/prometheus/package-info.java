/** What Prometheus makes of Holdfast's meters, as far as its alert rules need it. */
package dev.holdfast.testing.prometheus;
