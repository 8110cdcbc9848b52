package consular.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * A measured value beside what it is held against, measured in the same run.
 *
 * @param referenceValue in the same unit
 * @param ratio the value divided by the reference
 */
record Figure(
        String name,
        double value,
        String unit,
        @Nullable String reference,
        @Nullable Double referenceValue,
        @Nullable Double ratio) {

    static Figure of(String name, double value, String unit) {
        return new Figure(name, rounded(value), unit, null, null, null);
    }

    static Figure of(String name, double value, String unit, String reference, double referenceValue) {
        return new Figure(
                name, rounded(value), unit, reference, rounded(referenceValue), rounded(value / referenceValue));
    }

    /** Three digits that count are more than a shared machine gives. */
    private static double rounded(double value) {
        return Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100.0;
    }

    String line() {
        var line = "%-28s %,12.2f %-10s".formatted(name, value, unit);
        return reference == null || referenceValue == null || ratio == null
                ? line
                : line + " beside %,.2f (%s): %.2f".formatted(referenceValue, reference, ratio);
    }
}
