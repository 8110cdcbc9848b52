package consular.cases.client;

/**
 * What becomes of the later commands on a case when one of many is turned down for good, with 400, 403, 404, 412 or 422. After what may
 * succeed when it is given again they are never given.
 */
public enum OnFailure {

    /** They are given: a no is an answer, and the law turns down what cannot stand without it. */
    GO_ON,

    /** They are not: each needs the one before. Other cases go on. */
    STOP_CASE
}
