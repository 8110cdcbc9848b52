package consular.cases.web.problem;

import java.util.List;

/** A request that ends in a problem document. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ProblemCode code;

    private final transient List<Fault> faults;

    public ApiException(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    private ApiException(ProblemCode code, String detail, List<Fault> faults) {
        super(detail, null, false, false);
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    /** A request with these faults. */
    public static ApiException malformed(List<Fault> faults) {
        return new ApiException(ProblemCode.MALFORMED_REQUEST, faults.getFirst().detail(), faults);
    }

    /** A request with one fault. */
    public static ApiException malformed(Fault fault) {
        return malformed(List.of(fault));
    }

    public static ApiException notFound(String detail) {
        return new ApiException(ProblemCode.NOT_FOUND, detail);
    }

    public ProblemCode code() {
        return code;
    }

    /** What is wrong with the request; empty unless it is malformed. */
    public List<Fault> faults() {
        return faults;
    }
}
