/** JSON as it comes in and goes out: bodies bound to records with every fault named, domain values written plainly. */
@NullMarked
package consular.cases.web.json;

import org.jspecify.annotations.NullMarked;
