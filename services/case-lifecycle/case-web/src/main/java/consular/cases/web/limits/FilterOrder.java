package consular.cases.web.limits;

/** In what order a request is weighed: behind whatever says who asks (Spring Security, at -100), before anything that costs. */
final class FilterOrder {
    static final int RATE = -90;
    static final int ADMISSION = -80;

    private FilterOrder() {}
}
