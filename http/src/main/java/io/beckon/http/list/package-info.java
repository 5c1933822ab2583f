/** Contact lists, uploads and imports over HTTP. */
@NullMarked
package io.beckon.http.list;

import org.jspecify.annotations.NullMarked;
