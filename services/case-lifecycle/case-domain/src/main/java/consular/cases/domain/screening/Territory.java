package consular.cases.domain.screening;

/** Where somebody was between leaving the United States and coming back. */
public enum Territory {
    /** Canada or Mexico and nowhere else. */
    CONTIGUOUS,
    /** The islands of INA 101(b)(5), Cuba excepted, and perhaps Canada or Mexico. */
    ADJACENT_ISLANDS,
    /** Anywhere else, if only for a part of the time. */
    ELSEWHERE
}
