package dev.holdfast.approval.join;

import dev.holdfast.request.Request;

/**
 * What came of a form.
 *
 * @param request the one that was stored, or that of somebody who asked before
 * @param joined whether it joined that of somebody who asked before
 */
public record SubmissionResult(Request request, boolean joined) {}
