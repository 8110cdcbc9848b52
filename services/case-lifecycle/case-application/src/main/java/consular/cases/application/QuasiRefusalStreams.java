package consular.cases.application;

import consular.cases.domain.quasirefusals.QuasiRefusalId;

/** The names under which the log keeps inquiries without a formal application, apart from those of cases. */
final class QuasiRefusalStreams {
    private static final String PREFIX = "inquiry-";

    private QuasiRefusalStreams() {}

    static String of(QuasiRefusalId quasiRefusalId) {
        return PREFIX + quasiRefusalId;
    }

    /** Whether a stream of the log is one. */
    static boolean isOne(String streamId) {
        return streamId.startsWith(PREFIX);
    }

    /** The inquiry that a stream is about. */
    static QuasiRefusalId idOf(String streamId) {
        return QuasiRefusalId.of(streamId.substring(PREFIX.length()));
    }
}
