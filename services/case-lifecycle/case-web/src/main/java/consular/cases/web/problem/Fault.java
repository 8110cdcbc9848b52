package consular.cases.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request.
 *
 * @param pointer the member of the body as a JSON Pointer; empty for the whole body, a parameter or a header
 * @param parameter the query parameter at fault
 * @param header the header at fault
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        String pointer,
        @Nullable String parameter,
        @Nullable String header,
        String detail) {

    public static Fault ofMember(String pointer, String detail) {
        return new Fault(pointer, null, null, detail);
    }

    public static Fault ofParameter(String parameter, String detail) {
        return new Fault("", parameter, null, detail);
    }

    public static Fault ofHeader(String header, String detail) {
        return new Fault("", null, header, detail);
    }
}
