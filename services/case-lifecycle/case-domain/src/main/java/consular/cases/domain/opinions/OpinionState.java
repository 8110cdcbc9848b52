package consular.cases.domain.opinions;

/** Where a request for an opinion stands. */
public enum OpinionState {
    REQUESTED,
    RECEIVED,
    ACTED,
    /** The applicant withdrew the application before the answer. */
    WITHDRAWN
}
